package org.alongside.audit.disclosureaccount;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.disclosureaccount.api.AccountLine;
import org.alongside.audit.disclosureaccount.api.Language;
import org.alongside.kit.access.StreamFormat;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** The account as a page for paper and screen: no script, nothing from another host, and one style sheet, named by its hash. */
@ApplicationScoped
class PrintedAccounts {

    private final Template begin;
    private final Template lines;
    private final Template end;
    private final String style;
    private final String securityPolicy;

    PrintedAccounts(@Location("disclosure-account/begin.html") Template begin,
            @Location("disclosure-account/lines.html") Template lines,
            @Location("disclosure-account/end.html") Template end) {
        this.begin = begin;
        this.lines = lines;
        this.end = end;
        this.style = styleSheet();
        this.securityPolicy = "default-src 'none'; style-src 'sha256-" + hash(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Content-Security-Policy of the page. */
    String securityPolicy() {
        return securityPolicy;
    }

    StreamFormat<AccountLine> of(AccountPages pages, Language language) {
        return new PrintedAccount(new Templates(begin, lines, end), style, pages, new Words(language));
    }

    /** The three pieces of the page. */
    record Templates(Template begin, Template lines, Template end) {}

    private static String styleSheet() {
        try (InputStream css = PrintedAccounts.class.getResourceAsStream("print.css")) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
