package org.alongside.referral.consent;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/**
 * The consents of clients: this service's copy. A consent that was revoked a moment ago may still be in force here; intake-service
 * then gives the recipient no grant, so that nothing is seen, and tells so, which ends the referral.
 */
@ApplicationScoped
@Transactional
public class Consents {

    private final ConsentRepository consents;
    private final Clock clock;

    Consents(ConsentRepository consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * The consent under which this may be shared.
     *
     * @return its id
     * @throws Problem {@code consent-missing} with what the nearest consent lacks, when none covers it
     */
    public UUID requireCovering(Sharing wanted) {
        List<Consent> inForce = consents.inForce(wanted.clientId(), clock.instant());
        return covering(inForce, wanted)
                .orElseThrow(() -> Problem.of(ProblemType.CONSENT_MISSING).with("missing", nearest(inForce, wanted)));
    }

    /**
     * As {@link #covering}, for another agency than the client's own: what the client has agreed to besides is not for it to
     * know, nor what is missing.
     */
    public Optional<UUID> coveringUntold(Sharing wanted) {
        return consents.covering(wanted);
    }

    /** Whether it covers something still, as this service knows. */
    public boolean isInForce(UUID consentId) {
        return consents.findByIdOptional(consentId).filter(consent -> consent.isInForce(clock.instant())).isPresent();
    }

    /** As {@link #requireCovering}, where it is no error that there is none. */
    public Optional<UUID> covering(Sharing wanted) {
        return covering(consents.inForce(wanted.clientId(), clock.instant()), wanted);
    }

    /** Whether the client took it back, or its time is over, as this service was told. */
    public boolean hasEnded(UUID consentId) {
        return consents.findByIdOptional(consentId).filter(Consent::hasEnded).isPresent();
    }

    /** Consents that have ended, and on which something may rest still: until {@link #settle} is told of each. */
    public List<UUID> unsettled() {
        return consents.unsettled();
    }

    /** Nothing rests on the consent any more. */
    public void settle(UUID consentId) {
        consents.findByIdOptional(consentId).ifPresent(Consent::settle);
    }

    /** Commits nothing but the new state: what follows from the end of a consent must not be able to hinder it. */
    void learn(ConsentEventHandlers.ConsentState state) {
        Consent consent = consents.findByIdOptional(state.consentId()).orElseGet(() -> new Consent(state.consentId()));
        consent.learn(state);
        consents.persist(consent);
    }

    private static Optional<UUID> covering(List<Consent> inForce, Sharing wanted) {
        return inForce.stream().filter(consent -> consent.missing(wanted).isNothing()).map(Consent::id).findFirst();
    }

    private static MissingConsent nearest(List<Consent> inForce, Sharing wanted) {
        return inForce.stream().map(consent -> consent.missing(wanted)).min(MissingConsent.NEAREST_FIRST)
                .orElseGet(() -> MissingConsent.everything(wanted));
    }
}
