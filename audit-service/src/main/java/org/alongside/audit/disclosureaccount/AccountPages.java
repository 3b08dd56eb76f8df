package org.alongside.audit.disclosureaccount;

import java.util.List;
import java.util.function.Function;

import org.alongside.audit.disclosureaccount.api.AccountLine;
import org.alongside.audit.disclosureaccount.api.DisclosureAccount;
import org.alongside.kit.access.CapturedPages;

/** The lines of an account, a page at a time, and what stands before them. */
class AccountPages implements CapturedPages<AccountLine> {

    private final Function<String, DisclosureAccount> read;
    private DisclosureAccount first;
    private String cursor;

    /** @param read reads and discloses the page of a cursor, {@code null} for the first */
    AccountPages(Function<String, DisclosureAccount> read) {
        this.read = read;
    }

    /** Known as soon as the first page was read. */
    DisclosureAccount first() {
        return first;
    }

    @Override
    public List<AccountLine> next() {
        if (first != null && cursor == null) {
            return List.of();
        }
        DisclosureAccount page = read.apply(cursor);
        first = first == null ? page : first;
        cursor = page.next();
        return page.lines();
    }
}
