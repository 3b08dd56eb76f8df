package org.alongside.referral.hsds.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The paging envelope of HSDS 3.1.
 *
 * @param totalItems entities in all pages
 * @param pageNumber from 1
 * @param size       entities in this page
 * @param contents   documents as in the HSDS 3.1 schemas
 * @see <a href="https://docs.openreferral.org/en/v3.1/hsds/api_reference.html">HSDS 3.1 API reference</a>
 */
public record HsdsPage(@JsonProperty("total_items") long totalItems, @JsonProperty("total_pages") long totalPages,
        @JsonProperty("page_number") int pageNumber, int size, @JsonProperty("first_page") boolean firstPage,
        @JsonProperty("last_page") boolean lastPage, boolean empty, List<JsonNode> contents) {

    /** @param perPage most entities of a page, at least 1 */
    public static HsdsPage of(List<JsonNode> contents, long totalItems, int pageNumber, int perPage) {
        long pages = (totalItems + perPage - 1) / perPage;
        return new HsdsPage(totalItems, pages, pageNumber, contents.size(), pageNumber == 1, pageNumber >= pages,
                contents.isEmpty(), contents);
    }
}
