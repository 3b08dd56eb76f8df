package org.alongside.intake.restriction;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientRegistered;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.emergency.EmergencyService;
import org.alongside.intake.grant.GrantService;
import org.alongside.intake.restriction.api.RestrictClient;
import org.alongside.intake.restriction.api.RestrictionView;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.restriction.Restrictions;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;

/**
 * Hides clients' records from all but named workers, and opens them again. Supervisors and privacy officers learn that there is a restriction
 * and can name a worker, never themselves: of the client they see nothing unless somebody else names them.
 */
@ApplicationScoped
@Transactional
public class RestrictionService {

    private static final String LIST = "restriction.list";
    /** Named in what they restrict: they work with the client. */
    private static final Set<Role> WORKING = EnumSet.of(Role.INTAKE_WORKER, Role.CASE_WORKER);
    private static final Set<Role> OVERSEEING = EnumSet.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER);

    private final RestrictionRepository records;
    private final Restrictions restrictions;
    private final ClientService clients;
    private final MergedClients merged;
    private final GrantService grants;
    private final EmergencyService emergencies;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    RestrictionService(RestrictionRepository records, Restrictions restrictions, ClientService clients,
            MergedClients merged, GrantService grants, EmergencyService emergencies, SealedJson sealed, AccessGate gate,
            AccessContext access,
            Cursors cursors, Clock clock) {
        this.records = records;
        this.restrictions = restrictions;
        this.clients = clients;
        this.merged = merged;
        this.grants = grants;
        this.emergencies = emergencies;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Hides a client, with all records that were merged with the client's, from its commit on. Emergency accesses end, and grants to whole agencies open nothing while it lasts.
     *
     * @return the id of the restriction
     * @throws Problem {@code invalid-input} when nobody would see the client any more, {@code conflicting-state} when it is restricted already
     */
    public UUID restrict(UUID clientId, RestrictClient wanted) {
        clients.requireOwn(clientId);
        Set<String> workers = new TreeSet<>(wanted.workers());
        if (access.caller().hasAny(WORKING)) {
            workers.add(access.caller().subject());
        }
        if (workers.isEmpty()) {
            throw Problem.invalid(new Violation("/workers", "too-few", "name at least one worker who may see it"));
        }
        List<UUID> ofPerson = clients.holdPerson(clientId);
        if (records.inForce(clientId, LockModeType.NONE).isPresent()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "The client is restricted already. Change who is named instead.");
        }
        ofPerson.stream().filter(record -> !record.equals(clientId)).forEach(record -> hide(record, wanted, workers));
        return hide(clientId, wanted, workers);
    }

    private UUID hide(UUID clientId, RestrictClient wanted, Set<String> workers) {
        Client client = clients.requireOwn(clientId);
        emergencies.endAll(clientId);
        return begin(new ClientRestriction(Ids.next(), client, wanted.reasonCode(),
                wanted.reason() == null ? null : sealed.seal(clientId, ClientRestriction.REASON, wanted.reason()),
                workers, grants.closeToAgencies(clientId), access.caller().subject(), clock.instant()));
    }

    /** In the transaction of the registration, so that no colleague sees the client in between. */
    void restrictAtOnce(@Observes ClientRegistered registered) {
        if (registered.restricted()) {
            Caller caller = access.caller();
            begin(new ClientRestriction(Ids.next(), registered.client(), null, null, Set.of(caller.subject()),
                    Set.of(), caller.subject(), clock.instant()));
        }
    }

    private UUID begin(ClientRestriction restriction) {
        records.persistAndFlush(restriction);
        tell(restriction);
        return restriction.recordId();
    }

    /** @throws Problem {@code not-found} also when the client is not restricted, or the caller not to know of it */
    public RestrictionView read(UUID clientId) {
        ClientRestriction restriction = require(clientId, LockModeType.NONE);
        return view(restriction, gate.disclose(restriction));
    }

    /**
     * Those there ever were, ended ones included, to a caller who sees the clients.
     *
     * @param ofPerson records of one person
     */
    public List<RestrictionView> of(List<UUID> ofPerson) {
        return records.of(ofPerson).stream().map(each -> view(each, gate.disclose(each))).toList();
    }

    /** @throws Problem {@code invalid-input} when somebody who is not named names themselves */
    public RestrictionView name(UUID clientId, String ifMatch, Set<String> workers) {
        ClientRestriction restriction = require(clientId, LockModeType.PESSIMISTIC_WRITE);
        Disclosure disclosure = gate.disclose(restriction);
        Etag.require(ifMatch, restriction.recordVersion());
        String caller = access.caller().subject();
        if (!restriction.names(caller) && workers.contains(caller)) {
            throw Problem.invalid(new Violation("/workers", "oneself",
                    "you are not named: name another worker, who can name you"));
        }
        changeForPerson(restriction, each -> each.name(workers));
        return view(restriction, disclosure);
    }

    /** @throws Problem {@code not-permitted} when the caller is not named: lifting it would open the record to them */
    public void lift(UUID clientId, String ifMatch) {
        ClientRestriction restriction = require(clientId, LockModeType.PESSIMISTIC_WRITE);
        gate.disclose(restriction);
        Etag.require(ifMatch, restriction.recordVersion());
        if (!restriction.names(access.caller().subject())) {
            throw Problem.of(ProblemType.NOT_PERMITTED,
                    "Only a supervisor or privacy officer who is named lifts a restriction. Ask a worker who is named to name you.");
        }
        changeForPerson(restriction, each -> each.lift(access.caller().subject(), clock.instant()));
    }

    /** This one and those of the records merged with the client's: who may see one of them may see all. */
    private void changeForPerson(ClientRestriction restriction, Consumer<ClientRestriction> change) {
        for (UUID record : merged.allOf(restriction.clientId())) {
            records.inForce(record, LockModeType.PESSIMISTIC_WRITE).ifPresent(each -> {
                gate.disclose(each);
                change.accept(each);
                records.flush();
                tell(each);
            });
        }
    }

    /** Those of the caller's agency. */
    public Page<RestrictionView> ofAgency(PageRequest page) {
        UUID lastSeen = cursors.lastSeen(LIST, null, page);
        return Page.ofVisible(records.inForceOf(access.caller().agency(), lastSeen, page.rowsToRead()), page,
                restriction -> gate.find(restriction).map(disclosure -> view(restriction, disclosure)),
                restriction -> cursors.after(LIST, null, restriction.recordId()));
    }

    private ClientRestriction require(UUID clientId, LockModeType lock) {
        Caller caller = access.caller();
        return records.inForce(clientId, lock)
                .filter(found -> found.names(caller.subject()) || caller.hasAny(OVERSEEING))
                .orElseThrow(Problem::notFound);
    }

    private void tell(ClientRestriction restriction) {
        List<String> workers = restriction.isInForce() ? restriction.workers() : null;
        Restriction told = new Restriction(restriction.clientId(), restriction.homeAgency(), workers,
                restrictions.nextVersion(restriction.clientId()));
        restrictions.store(told);
        grants.tell(told);
    }

    private RestrictionView view(ClientRestriction restriction, Disclosure disclosure) {
        String reason = restriction.names(access.caller().subject())
                ? sealed.open(disclosure, Part.CONSENT, ClientRestriction.REASON, restriction.reason(), String.class)
                : null;
        return new RestrictionView(restriction.clientId(), restriction.homeAgency(), restriction.reasonCode(), reason,
                restriction.workers(), restriction.closedGrants(), restriction.restrictedBy(),
                restriction.restrictedAt(), restriction.liftedBy(), restriction.liftedAt(), disclosure.parts(),
                restriction.recordVersion());
    }
}
