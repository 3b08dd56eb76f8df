package org.alongside.audit.disclosureaccount;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.disclosureaccount.api.AccountLine;
import org.alongside.audit.disclosureaccount.api.Language;
import org.alongside.kit.access.StreamFormat;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** The account as one page for paper and screen. */
@ApplicationScoped
class PrintedAccounts {

    private final Templates templates;

    PrintedAccounts(@Location("disclosure-account/begin.html") Template begin,
            @Location("disclosure-account/lines.html") Template lines,
            @Location("disclosure-account/end.html") Template end) {
        this.templates = new Templates(begin, lines, end);
    }

    StreamFormat<AccountLine> of(AccountPages pages, Language language) {
        return new PrintedAccount(templates, pages, new AccountWords(language));
    }

    /** The three pieces of the page. */
    record Templates(Template begin, Template lines, Template end) {}
}
