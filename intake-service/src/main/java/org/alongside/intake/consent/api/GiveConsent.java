package org.alongside.intake.consent.api;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.kit.language.LanguageTag;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How the client agreed.
 *
 * @param givenBy                     the client, or a proxy with authority
 * @param proxy                       who that is, when it is one
 * @param manner                      how it was given
 * @param witness                     name of who heard it; told when it was given in words, and only then
 * @param language                    BCP 47 tag of the language in which it was explained
 * @param limitsOfConfidentialityTalk whether the limits of confidentiality were talked through
 * @param conversationId              the record of that talk, where there is one
 * @param textSha256                  SHA-256 of the text that the client saw or heard, as {@code GET …/text} gave it, hexadecimal; when it
 *                                    is told and the text has changed since, nothing is given
 * @param evidenceHash                SHA-256 of the signed document, hexadecimal, when there is one
 * @param words                       what the client said to it, verbatim
 */
public record GiveConsent(@NotNull GivenBy givenBy, @Valid Proxy proxy, @NotNull Manner manner,
        @Size(min = 1, max = 200) String witness, @NotNull @LanguageTag String language,
        boolean limitsOfConfidentialityTalk, UUID conversationId, @Pattern(regexp = "[0-9a-f]{64}") String textSha256,
        @Pattern(regexp = "[0-9a-f]{64}") String evidenceHash, @Size(min = 1, max = 2000) String words) {

    @JsonIgnore
    @AssertTrue(message = "proxy is told when givenBy is proxy, and only then.")
    public boolean isProxyToldWhenThereIsOne() {
        return (givenBy == GivenBy.PROXY) == (proxy != null);
    }

    @JsonIgnore
    @AssertTrue(message = "witness is told when manner is verbal-with-witness, and only then.")
    public boolean isWitnessToldWhenThereIsOne() {
        return (manner == Manner.VERBAL_WITH_WITNESS) == (witness != null);
    }

    @JsonIgnore
    @AssertTrue(message = "conversationId is told only where limitsOfConfidentialityTalk is true.")
    public boolean isTalkHeldWhereTold() {
        return conversationId == null || limitsOfConfidentialityTalk;
    }
}
