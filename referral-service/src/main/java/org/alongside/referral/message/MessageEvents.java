package org.alongside.referral.message;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;
import org.alongside.referral.change.ChangeNotes;
import org.alongside.referral.referral.Correspondence;
import org.alongside.referral.referral.Side;

/** That there is a message, for whoever has to be told of it; ids only. */
@ApplicationScoped
class MessageEvents {

    private static final String TOPIC = "referral.message.v1";

    private final Outbox outbox;
    private final ChangeNotes notes;

    MessageEvents(Outbox outbox, ChangeNotes notes) {
        this.outbox = outbox;
        this.notes = notes;
    }

    /** Keyed by the referral, so that its messages keep their order. */
    void sent(Message message, Correspondence correspondence) {
        outbox.append(TOPIC, message.referralId(), "org.alongside.referral.message.sent.v1",
                new MessageSent(message.recordId(), message.referralId(), message.clientId(), message.homeAgency(),
                        correspondence.own(), correspondence.other()));
        notes.messageSent(message.referralId(), message.recordId(), correspondence.other(),
                correspondence.side() == Side.SENDER);
    }

    record MessageSent(UUID messageId, UUID referralId, UUID clientId, UUID homeAgency, UUID from, UUID to) {}
}
