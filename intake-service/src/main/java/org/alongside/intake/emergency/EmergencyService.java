package org.alongside.intake.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.emergency.api.EmergencyView;
import org.alongside.intake.emergency.api.OpenEmergencyAccess;
import org.alongside.intake.grant.GrantService;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.CallerResolver;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.restriction.Restrictions;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;

import io.quarkus.runtime.StartupEvent;

/**
 * Opens and ends emergency accesses. Each one is in the access log with basis {@code emergency} when this commits, whether anything is read
 * afterwards or not: from there audit-service raises the alert and asks for a review.
 */
@ApplicationScoped
@Transactional
public class EmergencyService {

    private static final String LIST = "emergency.list";
    private static final Duration HOUR = Duration.ofHours(1);

    private final EmergencyRepository emergencies;
    private final EmergencyConfig config;
    private final ClientService clients;
    private final MergedClients merged;
    private final GrantService grants;
    private final Restrictions restrictions;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    EmergencyService(EmergencyRepository emergencies, EmergencyConfig config, ClientService clients,
            MergedClients merged,
            GrantService grants, Restrictions restrictions, SealedJson sealed, AccessGate gate, AccessContext access,
            Cursors cursors,
            Clock clock) {
        this.emergencies = emergencies;
        this.config = config;
        this.clients = clients;
        this.merged = merged;
        this.grants = grants;
        this.restrictions = restrictions;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * @return the id of the emergency access, which is in force
     * @throws Problem {@code fresh-login-required} when the caller logged in too long ago; {@code too-many-emergency-accesses};
     *         {@code not-found} when there is no such client, or it is restricted
     */
    public UUID open(OpenEmergencyAccess emergency) {
        Caller caller = access.caller();
        Instant now = clock.instant();
        gate.asksFor("client", emergency.client());
        refuseOtherPurpose();
        caller.requireLoginSince(now.minus(config.freshLogin()), config.freshLogin());
        emergencies.hold(caller.subject());
        if (emergencies.openedBy(caller.subject(), now.minus(HOUR)) >= config.mostInAnHour()) {
            throw Problem.of(ProblemType.TOO_MANY_EMERGENCY_ACCESSES);
        }
        emergencies.lookFor(emergency.client());
        Client client = clients.find(emergency.client())
                .filter(found -> restrictions.of(found.clientId()).isEmpty())
                .orElseThrow(Problem::notFound);
        if (client.homeAgency().equals(caller.agency())) {
            throw Problem.invalid(new Violation("/client", "own-client", "your agency sees its own clients as it is"));
        }
        return open(client, caller, emergency, now).recordId();
    }

    private EmergencyAccess open(Client client, Caller caller, OpenEmergencyAccess emergency, Instant now) {
        EmergencyAccess opened = new EmergencyAccess(Ids.next(), client, caller.agency(), caller.subject(),
                emergency.reasonCode(), sealed.seal(client.clientId(), EmergencyAccess.REASON, emergency.reason()),
                config.parts(), now, config.longest());
        emergencies.persistAndFlush(opened);
        grants.issue(opened);
        gate.disclose(opened);
        return opened;
    }

    public EmergencyView read(UUID emergencyId) {
        EmergencyAccess emergency = emergencies.require(emergencyId);
        return view(emergency, gate.disclose(emergency));
    }

    /** Those of a client of the caller's agency and of the records merged into the client's, over ones included. */
    public Page<EmergencyView> ofClient(UUID clientId, PageRequest page) {
        clients.requireOwn(clientId);
        UUID lastSeen = cursors.lastSeen(LIST, clientId, page);
        return Page.ofVisible(emergencies.of(merged.recordsOf(clientId), lastSeen, page.rowsToRead()), page,
                emergency -> gate.find(emergency).map(disclosure -> view(emergency, disclosure)),
                emergency -> cursors.after(LIST, clientId, emergency.recordId()));
    }

    /**
     * Ends it before its time, by whoever opened it or by the client's home agency. Takes no version: ending must never fail because
     * somebody else was first with something else.
     */
    public EmergencyView end(UUID emergencyId) {
        EmergencyAccess emergency = emergencies.requireForChange(emergencyId);
        Disclosure disclosure = gate.disclose(emergency);
        emergency.end(access.caller().subject(), clock.instant());
        emergencies.flush();
        grants.revoke(emergency);
        return view(emergency, disclosure);
    }

    /** Ends those of a client of the caller's agency that last, since the client is restricted. */
    public void endAll(UUID clientId) {
        emergencies.lasting(clientId, clock.instant()).forEach(emergency -> {
            emergency.end(access.caller().subject(), clock.instant());
            emergencies.flush();
            grants.revoke(emergency);
        });
    }

    /** A grant for emergencies opens nothing for other purposes, so another one would open nothing at all. */
    private void refuseOtherPurpose() {
        if (access.purpose() != PurposeOfUse.ETREAT) {
            throw Problem.invalid(new Violation("header:" + CallerResolver.PURPOSE_HEADER, "not-an-emergency",
                    "leave it out or state ETREAT"));
        }
    }

    private EmergencyView view(EmergencyAccess emergency, Disclosure disclosure) {
        return new EmergencyView(emergency.recordId(), emergency.clientId(), emergency.homeAgency(),
                emergency.agency(), emergency.worker(), emergency.reasonCode(),
                sealed.open(disclosure, Part.CONSENT, EmergencyAccess.REASON, emergency.reason(), String.class),
                emergency.parts(), emergency.openedAt(), emergency.endsAt(), emergency.endedBy(), disclosure.parts(),
                emergency.recordVersion());
    }

    /** A fault that shows before anybody relies on it. */
    void refuseLongEmergencies(@Observes StartupEvent start) {
        if (config.longest().compareTo(HOUR) > 0 || !config.parts().stream().allMatch(Part::shareable)) {
            throw new IllegalStateException("alongside.emergency.longest is " + config.longest()
                    + ", alongside.emergency.parts " + config.parts()
                    + ": state at most PT60M, and parts that a consent could name.");
        }
    }
}
