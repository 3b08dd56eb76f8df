package org.alongside.referral.hsds;

import java.util.UUID;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Parameters of the list of taxonomy terms. All that are given must hold.
 *
 * @param topOnly only terms without a parent. HSDS describes it as "terms that have not child terms"; its name is taken at its
 *                word, because a tree is read from the top
 */
record TermFilter(@QueryParam("search") String search, @QueryParam("taxonomy_id") UUID taxonomy,
        @QueryParam("top_only") @DefaultValue("false") boolean topOnly, @QueryParam("parent_id") UUID parent) {

    Listing listing() {
        return new Listing(
                HsdsQuery.of(HsdsEntity.TAXONOMY_TERM).search(search).taxonomy(taxonomy).topOnly(topOnly)
                        .parent(parent),
                DocumentShape.TAXONOMY_TERM, false);
    }
}
