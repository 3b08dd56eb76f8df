package org.alongside.audit.disclosureaccount;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.alongside.audit.disclosureaccount.PrintedAccounts.Templates;
import org.alongside.audit.disclosureaccount.api.AccountLine;
import org.alongside.kit.access.StreamFormat;
import org.alongside.kit.print.PrintedPages;

/** One account as HTML, written as it is read. The last paragraph tells the number of lines, so that a page cut off shows. */
class PrintedAccount implements StreamFormat<AccountLine> {

    private final Templates templates;
    private final AccountPages pages;
    private final AccountWords words;
    private long count;

    PrintedAccount(Templates templates, AccountPages pages, AccountWords words) {
        this.templates = templates;
        this.pages = pages;
        this.words = words;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        write(templates.begin().data("account", pages.first()).data("words", words).data("style", PrintedPages.style())
                .render(),
                out);
    }

    @Override
    public void write(List<AccountLine> page, OutputStream out) throws IOException {
        write(templates.lines().data("lines", page).data("words", words).render(), out);
        count += page.size();
    }

    @Override
    public void end(OutputStream out) throws IOException {
        write(templates.end().data("count", count).data("words", words).render(), out);
    }

    private static void write(String html, OutputStream out) throws IOException {
        out.write(html.getBytes(UTF_8));
    }
}
