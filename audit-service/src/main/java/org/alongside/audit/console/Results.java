package org.alongside.audit.console;

import java.util.List;

import org.alongside.audit.accessevent.AccessEventQuery;
import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.paging.Page;

/**
 * A page of what a search found.
 *
 * @param form with which the next page is asked for
 */
public record Results(List<AccessEventView> items, SearchForm form, String next) {

    static Results of(Page<AccessEventView> page, AccessEventQuery query) {
        return new Results(page.items(), SearchForm.of(query), page.next());
    }
}
