package org.alongside.referral.referral;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.referral.consent.Consents;
import org.alongside.referral.consent.Sharing;
import org.alongside.referral.referral.Referral.Forward;
import org.alongside.referral.referral.Referral.Origin;
import org.alongside.referral.referral.api.ForwardReferral;
import org.alongside.referral.referral.api.ReferralView;

/**
 * Passes a referral on, as an intermediary does: a child with a recipient of its own, which the parent follows.
 *
 * @see <a href="https://hl7.org/fhir/us/sdoh-clinicalcare/referral_workflow.html">Gravity SDOHCC referral workflow, indirect
 *      referral</a>
 */
@ApplicationScoped
@Transactional
public class ForwardService {

    private final CommandGate commands;
    private final Recipients recipients;
    private final ResponsePromise promise;
    private final Consents consents;
    private final ReferralJournal journal;
    private final ReferralMapper mapper;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    ForwardService(CommandGate commands, Recipients recipients, ResponsePromise promise, Consents consents,
            ReferralJournal journal, ReferralMapper mapper, AccessGate gate, AccessContext access, Clock clock) {
        this.commands = commands;
        this.recipients = recipients;
        this.promise = promise;
        this.consents = consents;
        this.journal = journal;
        this.mapper = mapper;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Sends the child at once, if a consent of the client names its recipient.
     *
     * @return the parent, which from now on follows the child
     */
    public ReferralView forward(UUID referralId, String ifMatch, ForwardReferral to) {
        return commands.run(referralId, ifMatch, ReferralCommand.FORWARD, parent -> {
            Referral child = child(parent, to);
            journal.sent(child, ReferralCommand.FORWARD.code(), Side.SENDER);
            gate.disclose(child);
            parent.forward(child.recordId());
        });
    }

    private Referral child(Referral parent, ForwardReferral to) {
        Caller caller = access.caller();
        UUID recipient = recipients.require("/serviceId", to.serviceId(), caller.agency());
        refuseBack(parent, recipient);
        Set<Part> parts = to.parts() == null ? parent.sharedParts() : to.parts();
        SharedParts.requireOf(parent.parts(), "/parts", parts);
        UUID consent = covering(parent, new Sharing(parent.clientId(), recipient, parts, parent.category()));
        Referral child = new Referral(Ids.next(), parent,
                new Forward(recipient, to.serviceId(), parts,
                        mapper.seal(parent.clientId(), Referral.MESSAGE, to.message())),
                new Origin(caller.subject(), caller.agency(), clock.instant()));
        child.request(consent, clock.instant(), promise.of(to.serviceId()));
        return child;
    }

    private static void refuseBack(Referral parent, UUID recipient) {
        if (recipient.equals(parent.sender())) {
            throw Problem.invalid(
                    new Violation("/serviceId", "cycle", "the referral came from this service's agency"));
        }
    }

    /** An agency by which it came earlier looks like one that no consent names: the route is not for the forwarder to know. */
    private UUID covering(Referral parent, Sharing wanted) {
        return Optional.of(wanted).filter(each -> !parent.cameBy(each.recipient()))
                .flatMap(consents::coveringUntold).orElseThrow(() -> Problem.of(ProblemType.CONSENT_MISSING));
    }
}
