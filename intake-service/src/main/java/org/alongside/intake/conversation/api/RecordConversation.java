package org.alongside.intake.conversation.api;

import java.time.Instant;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.intake.conversation.ConversationKind;
import org.alongside.kit.language.LanguageTag;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A talk with a client that help begins with, as the worker who held it records it.
 *
 * @param heldAt               now when absent
 * @param language             BCP 47 tag of the language it was held in
 * @param interpreter          whether an interpreter took part
 * @param clientWords          what the client said to it, verbatim, or gave back in own words
 * @param expectationsOfClient what the client expects; of kind {@code expectations}
 * @param expectationsOfWorker what the worker expects; of kind {@code expectations}
 * @param explained            what the worker said, for example the role as explained
 */
public record RecordConversation(@NotNull ConversationKind kind, Instant heldAt, @NotNull @LanguageTag String language,
        boolean interpreter, @NotNull Understood understood, @Size(max = 2000) String clientWords,
        @Size(max = 2000) String expectationsOfClient, @Size(max = 2000) String expectationsOfWorker,
        @Size(max = 2000) String explained) {

    @JsonIgnore
    @AssertTrue(message = "Both sides' expectations are told when kind is expectations, and only then.")
    public boolean isExpectedOnBothSides() {
        boolean both = expectationsOfClient != null && expectationsOfWorker != null;
        boolean none = expectationsOfClient == null && expectationsOfWorker == null;
        return kind == ConversationKind.EXPECTATIONS ? both : none;
    }
}
