package org.alongside.kit.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.grant.Grant;
import org.alongside.kit.grant.Grants;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.restriction.Restrictions;
import org.alongside.kit.restriction.Standing;

/**
 * The one decision point: the operation's policy against the caller and the grants. A positive decision is captured in the same
 * step, so nothing can be disclosed and not recorded. Independent of row-level security, which decides once more in the database.
 */
@ApplicationScoped
public class AccessGate {

    private static final Set<Role> OVERSEERS = EnumSet.of(Role.PRIVACY_OFFICER, Role.AUDITOR);

    private final AccessContext context;
    private final Grants grants;
    private final Restrictions restrictions;
    private final ErasedClients erased;

    AccessGate(AccessContext context, Grants grants, Restrictions restrictions, ErasedClients erased) {
        this.context = context;
        this.grants = grants;
        this.restrictions = restrictions;
        this.erased = erased;
    }

    /**
     * Opens a record to the current caller.
     *
     * @throws Problem {@code not-found} when the caller's agency may not see it, indistinguishable from an absent record;
     *         {@code grants-stale} when only a grant would open it and the copy of the grants is too old to trust
     */
    public Disclosure disclose(ClientRecord record) {
        return find(record).orElseThrow(Problem::notFound);
    }

    /** Tells the access log whom the body of the request names, should it be refused. */
    public void asksFor(String name, UUID id) {
        context.asked().put(name, id);
    }

    /**
     * The refusal for something that the body of the request names and the caller may not see, absent or not: thrown by the
     * caller of this method, so that the access log learns what was asked for.
     *
     * @param name of the id, for example {@code clientId}
     */
    public Problem notVisible(String name, UUID id) {
        asksFor(name, id);
        return Problem.notFound();
    }

    /** As {@link #disclose}, for lists and searches, which leave out what the caller may not see. */
    public Optional<Disclosure> find(ClientRecord record) {
        Capture capture = context.capture();
        return capture.of(record).or(() -> decideAndCapture(record, capture));
    }

    /**
     * Opens what is left of a client's record when it names no client any more, or does not yet, with the parts of the operation.
     * Recorded as one access event without a client.
     */
    public Optional<Disclosure> find(NamelessRecord record) {
        if (!record.isOpenTo(context.caller().agency())) {
            return Optional.empty();
        }
        Disclosure disclosure = new Disclosure(null, null, context.operation().parts(), NeedScope.NONE, record.basis(),
                record.recordId());
        context.capture().addNameless(disclosure, record);
        return Optional.of(disclosure);
    }

    private Optional<Disclosure> decideAndCapture(ClientRecord record, Capture capture) {
        List<Disclosure> grounds = decide(record);
        return grounds.isEmpty() || isErased(record)
                ? Optional.empty()
                : Optional.of(capture.add(grounds, record));
    }

    private boolean isErased(ClientRecord record) {
        return !record.remainsAfterErasure() && erased.contains(record.clientId());
    }

    /**
     * Opens what is no single client's record, with the parts of the operation. Recorded as one access event without records.
     * Which rows are in it is for row-level security to decide: all for an auditor, else those of the caller's agency.
     *
     * @param aboutClient the client that was asked about, whether there is one of that id or not; {@code null} for none
     * @throws Problem {@code not-found} when the operation is open neither to the caller's agency as such nor to an auditor
     */
    public Disclosure discloseAggregate(UUID aboutClient) {
        return discloseAggregate(aboutClient, List.of());
    }

    /**
     * As {@link #discloseAggregate(UUID)}, recorded with records: those that bound what was handed out, when naming each would make the
     * log grow with every reading of it.
     */
    public Disclosure discloseAggregate(UUID aboutClient, List<? extends StoredRecord> records) {
        String basis = aggregateBasis().orElseThrow(Problem::notFound);
        Disclosure disclosure = new Disclosure(aboutClient, null, context.operation().parts(), NeedScope.NONE, basis,
                null);
        context.capture().addAggregate(disclosure, records);
        return disclosure;
    }

    private Optional<String> aggregateBasis() {
        Caller caller = context.caller();
        if (caller.kind() == Caller.Kind.SYSTEM) {
            return Optional.of("system");
        }
        if (context.operation().oversees(caller)) {
            return Optional.of("oversight");
        }
        boolean ofAgency = context.operation().relations().contains(Relation.HOME_AGENCY);
        return ofAgency ? Optional.of("home-agency") : Optional.empty();
    }

    /** Each ground on which something of the record is opened; none when it stays closed. */
    private List<Disclosure> decide(ClientRecord record) {
        Operation operation = context.operation();
        Caller caller = context.caller();
        if (caller.kind() == Caller.Kind.SYSTEM) {
            return List.of(whole(record, "system"));
        }
        Standing standing = standing(record, operation, caller);
        boolean hidden = standing == Standing.HIDDEN;
        if (!hidden && operation.relations().contains(Relation.HOME_AGENCY)
                && record.homeAgency().equals(caller.agency())) {
            refuseIfStale(standing);
            return List.of(whole(record, "home-agency"));
        }
        if (!hidden && operation.oversees(caller)) {
            return List.of(whole(record, "oversight"));
        }
        Set<Part> wanted = wantedByGrant(record, operation);
        if (operation.relations().contains(Relation.GRANT) && !wanted.isEmpty()) {
            return grants.find(record, caller, context.purpose(), wanted, hidden).stream()
                    .map(grant -> byGrant(record, grant)).toList();
        }
        return List.of();
    }

    /**
     * What was logged about a restricted client stays with those who oversee the log: it says who opened the record, not what is in it. Whoever
     * merely may ask for it is bound by the restriction as elsewhere.
     */
    private Standing standing(ClientRecord record, Operation operation, Caller caller) {
        boolean oversight = operation.parts().equals(Set.of(Part.ACCESS_LOG)) && caller.hasAny(OVERSEERS);
        return record.isHiddenWhenRestricted() && !oversight
                ? standing(record.clientId(), operation, caller)
                : Standing.OPEN;
    }

    /** Asked once for each client whom a reading shows. What writes may change it meanwhile, and asks again. */
    private Standing standing(UUID clientId, Operation operation, Caller caller) {
        return operation.action() == Action.READ
                ? context.capture().standings().computeIfAbsent(clientId, id -> restrictions.standing(id, caller))
                : restrictions.standing(clientId, caller);
    }

    /** Whom a copy names may be named no more. */
    private void refuseIfStale(Standing standing) {
        if (standing == Standing.NAMED) {
            grants.refuseIfStale();
        }
    }

    private static Set<Part> wantedByGrant(ClientRecord record, Operation operation) {
        Set<Part> wanted = EnumSet.noneOf(Part.class);
        wanted.addAll(record.partsByGrant());
        wanted.retainAll(operation.parts());
        return wanted;
    }

    private Disclosure byGrant(ClientRecord record, Grant grant) {
        context.capture().restOn(grant);
        return new Disclosure(record.clientId(), record.homeAgency(), grant.parts(), new NeedScope(grant.categories()),
                grant.basis(), grant.basisId());
    }

    private Disclosure whole(ClientRecord record, String basis) {
        return new Disclosure(record.clientId(), record.homeAgency(), context.operation().parts(), NeedScope.ALL, basis,
                null);
    }
}
