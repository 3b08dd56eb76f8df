package org.alongside.referral.referral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.directory.api.ServiceOffer;

/** To whom a referral can go: another agency on this suite, for an active service of its own. */
@ApplicationScoped
class Recipients {

    private final DirectoryService directory;

    Recipients(DirectoryService directory) {
        this.directory = directory;
    }

    /**
     * @param field JSON Pointer to the service in the body
     * @return the agency that offers the service
     * @throws Problem {@code invalid-input} at the field when nothing can be referred there
     */
    UUID require(String field, UUID serviceId, UUID sender) {
        ServiceOffer offer = directory.offer(serviceId)
                .orElseThrow(() -> refused(field, "unknown", "the directory has no such service"));
        if (!offer.active()) {
            throw refused(field, "inactive", "the service is not offered at present");
        }
        if (offer.agencyId() == null) {
            throw refused(field, "off-suite", "its organization is not on this suite: contact it directly");
        }
        if (offer.agencyId().equals(sender)) {
            throw refused(field, "own-agency", "a referral goes to another agency");
        }
        return offer.agencyId();
    }

    /**
     * The service as it is when the referral is sent.
     *
     * @throws Problem {@code conflicting-state} when it changed since the draft so that nothing can be referred there
     */
    ServiceOffer stillOffering(Referral referral) {
        return directory.offer(referral.serviceId())
                .filter(offer -> offer.active() && referral.recipient().equals(offer.agencyId()))
                .orElseThrow(() -> Problem.of(ProblemType.CONFLICTING_STATE,
                        "The service is no longer offered by the recipient: draft a referral to another one."));
    }

    private static Problem refused(String field, String code, String message) {
        return Problem.invalid(new Violation(field, code, message));
    }
}
