package org.alongside.intake.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.conversation.api.ConversationView;
import org.alongside.intake.conversation.api.RecordConversation;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.http.Etag;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;

/** Records the talks that help begins with, and tells them. */
@ApplicationScoped
@Transactional
public class ConversationService {

    private static final String LIST = "conversation.list";

    private final ConversationRepository conversations;
    private final ConversationMapper mapper;
    private final ClientService clients;
    private final MergedClients merged;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    ConversationService(ConversationRepository conversations, ConversationMapper mapper, ClientService clients,
            MergedClients merged,
            AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.conversations = conversations;
        this.mapper = mapper;
        this.clients = clients;
        this.merged = merged;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID keep(UUID clientId, RecordConversation talk) {
        Client client = clients.requireOwnToBegin(clientId);
        Instant now = clock.instant();
        if (talk.heldAt() != null && talk.heldAt().isAfter(now)) {
            throw Problem.invalid(new Violation("/heldAt", "in-future", "a talk is recorded after it was held"));
        }
        Conversation conversation = new Conversation(Ids.next(), client, talk, access.caller().subject(),
                mapper.seal(clientId, talk), now);
        conversations.persist(conversation);
        return conversation.recordId();
    }

    public ConversationView read(UUID conversationId) {
        return view(conversations.require(conversationId));
    }

    /** With those of the records that were merged into the client's. */
    public Page<ConversationView> ofClient(UUID clientId, PageRequest page) {
        clients.requireOwn(clientId);
        UUID lastSeen = cursors.lastSeen(LIST, clientId, page);
        return Page.of(conversations.of(merged.recordsOf(clientId), lastSeen, page.rowsToRead()), page, this::view,
                talk -> cursors.after(LIST, clientId, talk.recordId()));
    }

    public ConversationView enterInError(UUID conversationId, String ifMatch) {
        Conversation conversation = conversations.requireForChange(conversationId);
        gate.disclose(conversation);
        Etag.require(ifMatch, conversation.recordVersion());
        conversation.enterInError();
        conversations.flush();
        return view(conversation);
    }

    /**
     * @param field that names the talk in the body of the request
     * @throws Problem {@code invalid-input} when it is no such talk with this client, whether there is one of that id or not
     */
    public void requireTalk(String field, UUID clientId, UUID conversationId, ConversationKind kind) {
        conversations.findByIdOptional(conversationId)
                .filter(talk -> talk.clientId().equals(clientId) && talk.standsAs(kind))
                .orElseThrow(() -> Problem.invalid(new Violation(field, "no-such-talk",
                        "must be a talk of kind " + kind.code() + " with this client")));
    }

    private ConversationView view(Conversation conversation) {
        return mapper.view(conversation, gate.disclose(conversation));
    }
}
