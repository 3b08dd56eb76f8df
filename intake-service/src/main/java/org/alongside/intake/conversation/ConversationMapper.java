package org.alongside.intake.conversation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.conversation.api.ConversationView;
import org.alongside.intake.conversation.api.RecordConversation;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.SealedJson;

/** Between the stored talk and its view. */
@ApplicationScoped
class ConversationMapper {

    private final SealedJson sealed;

    ConversationMapper(SealedJson sealed) {
        this.sealed = sealed;
    }

    byte[] seal(UUID clientId, RecordConversation talk) {
        return sealed.seal(clientId, Conversation.CONTENT, talk);
    }

    ConversationView view(Conversation talk, Disclosure disclosure) {
        RecordConversation said = sealed.open(disclosure, Part.CONSENT, Conversation.CONTENT, talk.content(),
                RecordConversation.class);
        return new ConversationView(talk.recordId(), talk.clientId(), talk.homeAgency(), talk.status(), talk.kind(),
                talk.heldAt(), talk.heldBy(), said.language(), said.interpreter(), said.understood(),
                said.clientWords(), said.expectationsOfClient(), said.expectationsOfWorker(), said.explained(),
                talk.recordedAt(), disclosure.parts(), talk.recordVersion());
    }
}
