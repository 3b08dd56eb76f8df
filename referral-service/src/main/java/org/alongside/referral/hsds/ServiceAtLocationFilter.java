package org.alongside.referral.hsds;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/**
 * Parameters of the list of services at locations. All that are given must hold.
 *
 * @param postcode  only where the service area has it, is told in words or is not told; ZIP+4 counts as its first five digits
 * @param proximity metres at most from the middle of the places known in the postcode
 */
record ServiceAtLocationFilter(@QueryParam("search") String search, @QueryParam("taxonomy_term_id") UUID term,
        @QueryParam("taxonomy_id") UUID taxonomy, @QueryParam("organization_id") UUID organization,
        @QueryParam("modified_after") Instant modifiedAfter, @QueryParam("full") @DefaultValue("false") boolean full,
        @QueryParam("postcode") String postcode, @QueryParam("proximity") String proximity) {

    ServiceAtLocationFilter {
        if (proximity != null && postcode == null) {
            throw Problem.invalid(Violation.ofQuery("postcode", "missing", "proximity is measured from a postcode"));
        }
    }

    /** @param centres where a postcode is */
    Listing listing(Function<String, Optional<Centre>> centres) {
        BigDecimal metres = metres();
        HsdsQuery query = HsdsQuery.of(HsdsEntity.SERVICE_AT_LOCATION).search(search).term(term)
                .taxonomyOfTerms(taxonomy)
                .organization(organization).modifiedAfter(modifiedAfter).covering(postcode)
                .within(metres == null ? null : centre(centres), metres);
        return new Listing(query,
                full ? DocumentShape.SERVICE_AT_LOCATION : DocumentShape.SERVICE_AT_LOCATION_LISTED, false);
    }

    private Centre centre(Function<String, Optional<Centre>> centres) {
        return centres.apply(postcode)
                .orElseThrow(() -> Problem.invalid(Violation.ofQuery("postcode", "unknown-postcode",
                        "no place of the directory is known to lie in it, so no distance can be measured from it")));
    }

    private BigDecimal metres() {
        if (proximity == null) {
            return null;
        }
        try {
            BigDecimal metres = new BigDecimal(proximity);
            if (metres.signum() > 0 && metres.precision() - metres.scale() < 10) {
                return metres;
            }
        } catch (NumberFormatException noNumber) {
            // the same answer as for a number out of range
        }
        throw Problem.invalid(Violation.ofType("query:proximity", "a number of metres above 0"));
    }
}
