package org.alongside.referral.message;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.referral.message.api.MessageView;
import org.alongside.referral.message.api.SendMessage;
import org.alongside.referral.referral.Correspondence;
import org.alongside.referral.referral.CorrespondenceService;

/** Messages between the two agencies of a referral. */
@ApplicationScoped
@Transactional
public class MessageService {

    private static final String LIST = "message.list";

    private final MessageRepository messages;
    private final MessageEvents events;
    private final CorrespondenceService referrals;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    MessageService(MessageRepository messages, MessageEvents events, CorrespondenceService referrals,
            SealedJson sealed, AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.messages = messages;
        this.events = events;
        this.referrals = referrals;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID send(UUID referralId, SendMessage words) {
        Correspondence correspondence = referrals.forWriting(referralId);
        Message message = new Message(Ids.next(), correspondence, access.caller().subject(),
                sealed.seal(correspondence.clientId(), Message.TEXT, words.text()), clock.instant());
        messages.persist(message);
        messages.flush();
        events.sent(message, correspondence);
        return message.recordId();
    }

    public MessageView read(UUID referralId, UUID messageId) {
        referrals.forReading(referralId);
        return messages.find(referralId, messageId, access.caller().agency())
                .map(message -> view(message, gate.disclose(message)))
                .orElseThrow(Problem::notFound);
    }

    /** The oldest first. */
    public Page<MessageView> of(UUID referralId, PageRequest page) {
        referrals.forReading(referralId);
        UUID lastSeen = cursors.lastSeen(LIST, referralId, page);
        return Page.ofVisible(messages.of(referralId, access.caller().agency(), lastSeen, page.rowsToRead()), page,
                message -> gate.find(message).map(disclosure -> view(message, disclosure)),
                message -> cursors.after(LIST, referralId, message.recordId()));
    }

    private MessageView view(Message message, Disclosure disclosure) {
        return new MessageView(message.recordId(), message.referralId(), message.clientId(), message.agency(),
                message.side(), message.author(),
                sealed.open(disclosure, Part.REFERRAL, Message.TEXT, message.text(), String.class), message.sentAt(),
                disclosure.parts(), message.recordVersion());
    }
}
