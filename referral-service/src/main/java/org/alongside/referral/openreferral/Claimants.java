package org.alongside.referral.openreferral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.directory.DirectoryService;

/** Who may claim an open referral: an agency with an active service of its own for that need in that area. */
@ApplicationScoped
class Claimants {

    private final DirectoryService directory;

    Claimants(DirectoryService directory) {
        this.directory = directory;
    }

    /** @throws Problem {@code invalid-input} at {@code /serviceId} */
    void requireEligible(UUID serviceId, UUID agency, String category, String area) {
        directory.offer(serviceId).filter(offer -> agency.equals(offer.agencyId())).orElseThrow(
                () -> refused("not-own", "an agency claims with a service of its own"));
        boolean eligible = directory.offers(category, area).stream()
                .anyMatch(offer -> offer.serviceId().equals(serviceId) && offer.active());
        if (!eligible) {
            throw refused("not-eligible", "the service does not help with this need in this area at present");
        }
    }

    private static Problem refused(String code, String message) {
        return Problem.invalid(new Violation("/serviceId", code, message));
    }
}
