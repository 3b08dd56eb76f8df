package org.alongside.referral.hsds;

import java.util.UUID;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Parameters of the list of organizations. All that are given must hold. */
record OrganizationFilter(@QueryParam("search") String search,
        @QueryParam("full_service") @DefaultValue("false") boolean fullService,
        @QueryParam("full") @DefaultValue("false") boolean full, @QueryParam("taxonomy_term_id") UUID term,
        @QueryParam("taxonomy_id") UUID taxonomy) {

    Listing listing() {
        return new Listing(HsdsQuery.of(HsdsEntity.ORGANIZATION).search(search).term(term).taxonomyOfTerms(taxonomy),
                shape(), false);
    }

    /** Services cannot be whole in an organization that is not. */
    private DocumentShape shape() {
        if (fullService) {
            return DocumentShape.ORGANIZATION_FULL_SERVICE;
        }
        return full ? DocumentShape.ORGANIZATION : DocumentShape.ORGANIZATION_LISTED;
    }
}
