package org.alongside.intake.grant;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.consent.Consent;
import org.alongside.intake.emergency.EmergencyAccess;
import org.alongside.intake.grant.api.GrantView;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.agency.AgencyDirectory;
import org.alongside.kit.grant.GrantHolds;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.time.Ids;

/** Issues and revokes grants. The only writer of grants in the suite. */
@ApplicationScoped
@Transactional
public class GrantService {

    private final GrantRepository grants;
    private final GrantEvents events;
    private final GrantHolds holds;
    private final ClientService clients;
    private final MergedClients merged;
    private final NeedCategories categories;
    private final AgencyDirectory agencies;
    private final AccessGate gate;
    private final Cursors cursors;
    private final Clock clock;

    GrantService(GrantRepository grants, GrantEvents events, GrantHolds holds, ClientService clients,
            MergedClients merged,
            NeedCategories categories, AgencyDirectory agencies, AccessGate gate, Cursors cursors, Clock clock) {
        this.grants = grants;
        this.events = events;
        this.holds = holds;
        this.clients = clients;
        this.merged = merged;
        this.categories = categories;
        this.agencies = agencies;
        this.gate = gate;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** One grant for each recipient of a consent that was just given, or for each worker whom it names there. */
    public void issue(Consent consent) {
        consent.recipients().stream().sorted()
                .forEach(recipient -> grantees(consent, recipient).forEach(worker -> issue(
                        new AccessGrant(Ids.next(), consent, recipient, worker, GrantBasis.CONSENT, consent.recordId(),
                                consent.parts(), consent.categories(), clock.instant()))));
    }

    /**
     * The grant by which the recipient of a referral sees it, bounded by the consent behind it; one for each worker whom that names there.
     */
    public void issueForReferral(Consent consent, UUID referralId, UUID recipient, Collection<String> parts,
            String category) {
        grantees(consent, recipient).forEach(worker -> issue(new AccessGrant(Ids.next(), consent, recipient, worker,
                GrantBasis.REFERRAL, referralId, parts, List.of(category), clock.instant())));
    }

    /** Token subjects; a single null for the whole agency. */
    private static List<String> grantees(Consent consent, UUID recipient) {
        List<String> workers = consent.workersAt(recipient);
        return workers.isEmpty() ? Collections.singletonList(null) : workers;
    }

    /** Ends every grant that rests on the consent, whatever its basis; in force from the commit on. */
    public void revoke(Consent consent) {
        revoke(grants.liveUnder(consent.recordId()));
    }

    /** Ends the grant by which the recipient of a referral sees it; none when it has ended already, or there was never one. */
    public void revokeForReferral(UUID referralId) {
        revoke(grants.liveFor(GrantBasis.REFERRAL, referralId));
    }

    /** The grant by which a worker sees a client in an emergency. */
    public void issue(EmergencyAccess emergency) {
        issue(new AccessGrant(Ids.next(), emergency, categories.codes()));
    }

    /** Ends the grant of an emergency before its time. */
    public void revoke(EmergencyAccess emergency) {
        revoke(grants.liveFor(GrantBasis.EMERGENCY, emergency.recordId()));
    }

    /** Ends every grant of the client, whatever its basis. */
    public void revokeAll(UUID clientId) {
        revoke(grants.liveOf(clientId));
    }

    /**
     * Waits for whoever reads a client by a grant for a whole agency, since the client is being restricted: from the commit on these open
     * nothing. They do not end, and open it again when the restriction is lifted.
     *
     * @return the ids of those that would open something now or later
     */
    public List<UUID> closeToAgencies(UUID clientId) {
        List<UUID> closing = grants.liveToAgencies(clientId).stream()
                .filter(grant -> grant.validUntil().isAfter(clock.instant())).map(AccessGrant::recordId).toList();
        holds.awaitReaders(closing);
        return closing;
    }

    /** Tells the copies who may see a restricted client, in the order of the grants. */
    public void tell(Restriction restriction) {
        events.restricted(restriction);
    }

    /** Whoever has read by one of them has committed before this goes on, or will not. */
    private void revoke(List<AccessGrant> live) {
        holds.awaitReaders(live.stream().map(AccessGrant::recordId).toList());
        live.forEach(grant -> grant.revoke(clock.instant()));
        grants.flush();
        live.forEach(events::revoked);
    }

    /** Grants of a client of the caller's agency and of the records merged into the client's, ended ones included: all, or those by which it could be seen on a day. */
    public Page<GrantView> ofClient(UUID clientId, DayAsked day, PageRequest page) {
        Client client = clients.requireOwn(clientId);
        Asked asked = new Asked(clientId, day);
        UUID lastSeen = cursors.lastSeen("grant.list", asked, page);
        return Page.ofVisible(ofClient(client, day, lastSeen, page.rowsToRead()), page,
                grant -> gate.find(grant).map(disclosure -> view(grant, disclosure)),
                grant -> cursors.after("grant.list", asked, grant.recordId()));
    }

    private List<AccessGrant> ofClient(Client client, DayAsked day, UUID lastSeen, int limit) {
        List<UUID> records = merged.recordsOf(client.clientId());
        if (day.isAny()) {
            return grants.of(records, lastSeen, limit);
        }
        ZoneId zone = agencies.zoneOf(client.homeAgency());
        return grants.inForce(records, day.start(zone), day.end(zone), lastSeen, limit);
    }

    private void issue(AccessGrant grant) {
        grants.persist(grant);
        grants.flush();
        events.issued(grant);
    }

    /** What a cursor of the list is bound to. */
    private record Asked(UUID clientId, DayAsked day) {}

    private static GrantView view(AccessGrant grant, Disclosure disclosure) {
        return new GrantView(grant.recordId(), grant.clientId(), grant.grantee(), grant.parts(), grant.categories(),
                grant.purposes(),
                grant.basis(), grant.basisId(), grant.consentId(), grant.worker(), grant.issuedAt(), grant.validFrom(),
                grant.validUntil(), grant.revokedAt(),
                disclosure.parts());
    }
}
