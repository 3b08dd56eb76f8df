package org.alongside.intake.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.erasure.api.ErasureView;
import org.alongside.intake.erasure.api.RequestErasure;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Etag;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;

/** Asks for erasures, calls them off and tells how far they are. What is due is carried out by {@link ErasureWork}. */
@ApplicationScoped
@Transactional
public class ErasureService {

    private static final String LIST = "erasure.list";

    private final ErasureRepository erasures;
    private final ErasureConfig config;
    private final ClientService clients;
    private final MergedClients merged;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    ErasureService(ErasureRepository erasures, ErasureConfig config, ClientService clients, MergedClients merged,
            SealedJson sealed,
            AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.erasures = erasures;
        this.config = config;
        this.clients = clients;
        this.merged = merged;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** @throws Problem {@code conflicting-state} when it was asked for already, or the client has several records that were merged */
    public UUID request(UUID clientId, RequestErasure asked) {
        Client client = clients.requireOwnForChange(clientId);
        erasures.standing(clientId).ifPresent(standing -> {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The client is to be erased already, on " + standing.dueAt()
                    + ". See /v1/erasures/" + standing.recordId());
        });
        refuseMerged(clientId);
        Instant now = clock.instant();
        byte[] words = asked.words() == null ? null : sealed.seal(clientId, Erasure.WORDS, asked.words());
        Erasure erasure = new Erasure(Ids.next(), client, asked.reason(), words, access.caller().subject(), now,
                now.plus(config.coolingOff()));
        erasures.persist(erasure);
        return erasure.recordId();
    }

    /** Each record is erased by itself, so that nobody takes one of them for all. */
    private void refuseMerged(UUID clientId) {
        if (merged.allOf(clientId).size() > 1) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "The client has records that were merged: undo that first, then ask for each of them. See /v1/clients/"
                            + clientId + "/merges");
        }
    }

    /** Whether the client is to be erased, for whoever holds the client. */
    public boolean isAskedFor(UUID clientId) {
        return erasures.standing(clientId).isPresent();
    }

    public ErasureView read(UUID erasureId) {
        return view(erasures.require(erasureId));
    }

    /**
     * Those that were asked for, called-off ones included.
     *
     * @param clients records of one person
     */
    public List<ErasureView> of(List<UUID> clients) {
        return erasures.of(clients).stream().map(this::view).toList();
    }

    /** Those of the caller's agency, done and called-off ones included. */
    public Page<ErasureView> list(PageRequest page) {
        UUID agency = access.caller().agency();
        UUID lastSeen = cursors.lastSeen(LIST, agency, page);
        return Page.of(erasures.ofAgency(agency, lastSeen, page.rowsToRead()), page, this::view,
                erasure -> cursors.after(LIST, agency, erasure.recordId()));
    }

    public ErasureView cancel(UUID erasureId, String ifMatch) {
        Erasure erasure = erasures.requireForChange(erasureId);
        gate.disclose(erasure);
        Etag.require(ifMatch, erasure.recordVersion());
        erasure.cancel(access.caller().subject(), clock.instant());
        erasures.flush();
        return view(erasure);
    }

    private ErasureView view(Erasure erasure) {
        Disclosure disclosure = gate.disclose(erasure);
        return new ErasureView(erasure.recordId(), erasure.clientId(), erasure.homeAgency(), erasure.status(),
                erasure.reason(),
                sealed.open(disclosure, Part.CONSENT, Erasure.WORDS, erasure.words(), String.class),
                erasure.requestedBy(), erasure.requestedAt(), erasure.dueAt(), erasure.cancelledBy(),
                erasure.cancelledAt(), erasure.destroyedAt(), erasure.confirmed(), awaited(erasure),
                erasure.completedAt(), disclosure.parts(), erasure.recordVersion());
    }

    private List<String> awaited(Erasure erasure) {
        return erasure.status() == ErasureStatus.ERASING
                ? config.services().stream().filter(service -> !erasure.confirmed().containsKey(service)).sorted()
                        .toList()
                : List.of();
    }
}
