package org.alongside.referral.hsds;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Parameters of the list of services. All that are given must hold. */
record ServiceFilter(@QueryParam("search") String search, @QueryParam("taxonomy_term_id") UUID term,
        @QueryParam("taxonomy_id") UUID taxonomy, @QueryParam("organization_id") UUID organization,
        @QueryParam("modified_after") Instant modifiedAfter,
        @QueryParam("minimal") @DefaultValue("false") boolean minimal,
        @QueryParam("full") @DefaultValue("false") boolean full) {

    Listing listing() {
        HsdsQuery query = HsdsQuery.of(HsdsEntity.SERVICE).search(search).term(term).taxonomyOfTerms(taxonomy)
                .organization(organization).modifiedAfter(modifiedAfter);
        return new Listing(query, full ? DocumentShape.SERVICE : DocumentShape.SERVICE_LISTED, minimal);
    }
}
