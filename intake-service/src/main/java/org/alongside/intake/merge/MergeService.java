package org.alongside.intake.merge;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.erasure.ErasureService;
import org.alongside.intake.merge.api.MergeView;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.http.Etag;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.restriction.Restrictions;
import org.alongside.kit.time.Ids;

/**
 * Lets a record of a client go on in another one of the same person, and takes it back. Neither record changes by it, nor anything that rests
 * on them: what is under each stays there, and the lists of the one that goes on hold both. So nothing can be lost when it is undone.
 */
@ApplicationScoped
@Transactional
public class MergeService {

    private static final String LIST = "client-merge.list";
    /** Records of one person: more are a sign of something else. */
    private static final int MOST_MERGED = 10;

    private final MergeRepository merges;
    private final MergedClients merged;
    private final ClientService clients;
    private final ErasureService erasures;
    private final Restrictions restrictions;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    MergeService(MergeRepository merges, MergedClients merged, ClientService clients, ErasureService erasures,
            Restrictions restrictions, AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.merges = merges;
        this.merged = merged;
        this.clients = clients;
        this.erasures = erasures;
        this.restrictions = restrictions;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * @param survivorId that goes on
     * @param mergedId   that nothing new is begun under from now on
     * @return the id of the merge
     * @throws Problem {@code not-found} when the caller may not see both, {@code client-merged} when one of them was merged already,
     *                 {@code conflicting-state} when others go on in the merged one, or one of them is restricted or to be erased
     */
    public UUID merge(UUID survivorId, UUID mergedId) {
        if (survivorId.equals(mergedId)) {
            throw Problem.invalid(
                    new Violation("/mergedClientId", "same", "must be another record than the one that goes on"));
        }
        gate.asksFor("mergedClientId", mergedId);
        clients.holdAll(List.of(survivorId, mergedId));
        Client survivor = clients.requireOwn(survivorId);
        Client other = clients.requireOwn(mergedId);
        refuseChains(survivorId, mergedId);
        List.of(survivorId, mergedId).forEach(this::refuseSetApart);
        ClientMerge merge = new ClientMerge(Ids.next(), other, survivor, access.caller().subject(), clock.instant());
        merges.persistAndFlush(merge);
        clients.goOn(other, survivorId);
        return merge.recordId();
    }

    private void refuseChains(UUID survivorId, UUID mergedId) {
        merged.requireNotMerged(survivorId);
        merged.requireNotMerged(mergedId);
        if (!merged.mergedInto(mergedId).isEmpty()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "Other records were merged into the one that mergedClientId"
                    + " names. Merge the other way round, or undo these merges first.");
        }
        if (merged.mergedInto(survivorId).size() >= MOST_MERGED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    MOST_MERGED + " records were merged into this one already.");
        }
    }

    private void refuseSetApart(UUID clientId) {
        if (restrictions.of(clientId).isPresent()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "Client " + clientId + " is restricted. Merge first, then restrict: that holds for both records.");
        }
        if (erasures.isAskedFor(clientId)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "Client " + clientId + " is to be erased.");
        }
    }

    /** Each record is by itself again, with all that came to it before and meanwhile. */
    public MergeView undo(UUID mergeId, String ifMatch) {
        ClientMerge merge = merges.requireForChange(mergeId);
        MergeView seen = view(merge).orElseThrow(Problem::notFound);
        Etag.require(ifMatch, seen.version());
        merge.undo(access.caller().subject(), clock.instant());
        clients.hold(merge.clientId());
        clients.goOn(clients.requireOwn(merge.clientId()), null);
        merges.flush();
        return view(merge).orElseThrow(Problem::notFound);
    }

    public MergeView read(UUID mergeId) {
        return view(merges.require(mergeId)).orElseThrow(Problem::notFound);
    }

    /** Those of a client, undone ones included, as far as the caller may see both records. */
    public Page<MergeView> ofClient(UUID clientId, PageRequest page) {
        clients.requireOwn(clientId);
        UUID lastSeen = cursors.lastSeen(LIST, clientId, page);
        return Page.ofVisible(merges.about(clientId, lastSeen, page.rowsToRead()), page, this::view,
                merge -> cursors.after(LIST, clientId, merge.recordId()));
    }

    private Optional<MergeView> view(ClientMerge merge) {
        return clients.sees(merge.survivorId())
                ? gate.find(merge).map(disclosure -> view(merge, disclosure))
                : Optional.empty();
    }

    private static MergeView view(ClientMerge merge, Disclosure disclosure) {
        return new MergeView(merge.recordId(), merge.survivorId(), merge.clientId(), merge.homeAgency(),
                merge.mergedBy(), merge.mergedAt(), merge.undoneBy(), merge.undoneAt(), disclosure.parts(),
                merge.recordVersion());
    }
}
