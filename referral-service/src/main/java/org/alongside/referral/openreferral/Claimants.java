package org.alongside.referral.openreferral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.matching.MatchingService;

/** Who may claim an open referral: an agency with an active service of its own for that need in that area. */
@ApplicationScoped
class Claimants {

    private final DirectoryService directory;
    private final MatchingService matching;

    Claimants(DirectoryService directory, MatchingService matching) {
        this.directory = directory;
        this.matching = matching;
    }

    /** Whether the service that was claimed with is still that agency's, and offered. */
    boolean stillOffer(UUID serviceId, UUID agency) {
        return directory.offer(serviceId).filter(offer -> offer.active() && agency.equals(offer.agencyId()))
                .isPresent();
    }

    /** @throws Problem {@code invalid-input} at {@code /serviceId} */
    void requireEligible(UUID serviceId, UUID agency, String category, String area) {
        directory.offer(serviceId).filter(offer -> agency.equals(offer.agencyId())).orElseThrow(
                () -> refused("not-own", "an agency claims with a service of its own"));
        if (!matching.helpsWith(serviceId, category, area)) {
            throw refused("not-eligible", "the service does not help with this need in this area at present");
        }
    }

    private static Problem refused(String code, String message) {
        return Problem.invalid(new Violation("/serviceId", code, message));
    }
}
