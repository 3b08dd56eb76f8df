package org.alongside.referral.referral;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.appointment.Appointment;
import org.alongside.referral.appointment.api.MakeAppointment;
import org.alongside.referral.consent.Consents;
import org.alongside.referral.consent.Sharing;
import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.directory.api.ServiceOffer;
import org.alongside.referral.referral.api.AssignWorker;
import org.alongside.referral.referral.api.CompleteReferral;
import org.alongside.referral.referral.api.EndReferral;
import org.alongside.referral.referral.api.EndSearch;
import org.alongside.referral.referral.api.RecordClientView;
import org.alongside.referral.referral.api.ReferralView;

/** What the two agencies do with a referral: one method a command, all through the {@link CommandGate}. */
@ApplicationScoped
@Transactional
public class ReferralCommands {

    private final CommandGate gate;
    private final Recipients recipients;
    private final ResponsePromise promise;
    private final Consents consents;
    private final DirectoryService directory;
    private final Responsibility responsibility;
    private final ReferralMapper mapper;
    private final AccessContext access;
    private final Clock clock;

    ReferralCommands(CommandGate gate, Recipients recipients, ResponsePromise promise, Consents consents,
            DirectoryService directory, Responsibility responsibility, ReferralMapper mapper, AccessContext access,
            Clock clock) {
        this.gate = gate;
        this.recipients = recipients;
        this.promise = promise;
        this.consents = consents;
        this.directory = directory;
        this.responsibility = responsibility;
        this.mapper = mapper;
        this.access = access;
        this.clock = clock;
    }

    /** Sends it, if a consent covers what it shares. The recipient sees it when the grant that follows has arrived. */
    public ReferralView request(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.REQUEST, this::send);
    }

    /** Takes a place; what is scheduled has one already. */
    public ReferralView accept(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.ACCEPT, referral -> {
            if (referral.status() != ReferralStatus.SCHEDULED) {
                directory.takePlace(referral.serviceId()).ifPresent(referral::holdPlace);
            }
            referral.accept(clock.instant());
            if (access.caller().kind() == Caller.Kind.WORKER) {
                referral.takeOver(access.caller().subject());
            }
        });
    }

    public ReferralView decline(UUID referralId, String ifMatch, EndReferral end) {
        return gate.run(referralId, ifMatch, ReferralCommand.DECLINE,
                referral -> referral.decline(end.reason().endReason(), sealed(referral, end), clock.instant()));
    }

    public ReferralView waitlist(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.WAITLIST,
                referral -> referral.waitlist(clock.instant(), promise.of(referral.serviceId())));
    }

    /** The client still waits: the response promise begins anew, the place in the list stays. */
    public ReferralView keepWaiting(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.KEEP_WAITING,
                referral -> referral.keepWaiting(promise.of(referral.serviceId())));
    }

    public ReferralView schedule(UUID referralId, String ifMatch, MakeAppointment made) {
        Appointment appointment = Appointment.of(made, clock);
        return gate.run(referralId, ifMatch, ReferralCommand.SCHEDULE, referral -> referral.schedule(appointment));
    }

    public ReferralView reschedule(UUID referralId, String ifMatch, MakeAppointment made) {
        Appointment other = Appointment.of(made, clock);
        return gate.run(referralId, ifMatch, ReferralCommand.RESCHEDULE, referral -> {
            if (other.equals(referral.appointment())) {
                throw Problem.of(ProblemType.CONFLICTING_STATE, "The appointment is at this time already.");
            }
            referral.reschedule(other);
        });
    }

    public ReferralView noShow(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.NO_SHOW,
                referral -> referral.unsuccessful(EndReason.DID_NOT_COME, null, clock.instant()));
    }

    public ReferralView assign(UUID referralId, String ifMatch, AssignWorker to) {
        return gate.run(referralId, ifMatch, ReferralCommand.ASSIGN,
                referral -> responsibility.pass(referral, to.worker()));
    }

    public ReferralView start(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.START, Referral::start);
    }

    public ReferralView hold(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.HOLD, Referral::hold);
    }

    public ReferralView resume(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.RESUME, Referral::start);
    }

    public ReferralView complete(UUID referralId, String ifMatch, CompleteReferral done) {
        return gate.run(referralId, ifMatch, ReferralCommand.COMPLETE,
                referral -> referral.complete(done.providerResult(), clock.instant()));
    }

    public ReferralView unsuccessful(UUID referralId, String ifMatch, EndReferral end) {
        return gate.run(referralId, ifMatch, ReferralCommand.UNSUCCESSFUL,
                referral -> referral.unsuccessful(end.reason().endReason(), sealed(referral, end), clock.instant()));
    }

    public ReferralView cancel(UUID referralId, String ifMatch, EndReferral end) {
        return gate.run(referralId, ifMatch, ReferralCommand.CANCEL,
                referral -> referral.cancel(end.reason().endReason(), sealed(referral, end), clock.instant()));
    }

    public ReferralView enterInError(UUID referralId, String ifMatch) {
        return gate.run(referralId, ifMatch, ReferralCommand.ENTER_IN_ERROR,
                referral -> referral.enterInError(clock.instant()));
    }

    /** Nobody else is asked for the need; leaves the status as it is. */
    public ReferralView endSearch(UUID referralId, String ifMatch, EndSearch end) {
        return gate.run(referralId, ifMatch, ReferralCommand.END_SEARCH, referral -> referral.endSearch(end.reason()));
    }

    /** The sender's half of closing the loop; leaves the status as it is. */
    public ReferralView recordClientView(UUID referralId, String ifMatch, RecordClientView said) {
        return gate.run(referralId, ifMatch, ReferralCommand.CLIENT_VIEW,
                referral -> referral.recordClientView(said.result(),
                        mapper.seal(referral.clientId(), Referral.CLIENT_WORDS, said.words()),
                        access.caller().subject(), clock.instant()));
    }

    private void send(Referral referral) {
        ServiceOffer offer = recipients.stillOffering(referral);
        UUID consent = consents.requireCovering(new Sharing(referral.clientId(), referral.recipient(),
                referral.sharedParts(), referral.category()));
        referral.request(consent, clock.instant(), promise.of(offer));
    }

    private byte[] sealed(Referral referral, EndReferral end) {
        return mapper.seal(referral.clientId(), Referral.REASON_TEXT, end.text());
    }
}
