package org.alongside.kit.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.ws.rs.core.Response;

import org.alongside.kit.digest.Sha256;

/** Pages for paper and screen: no script, nothing from another host, one style sheet, named by its hash. */
public final class PrintedPages {

    private static final String STYLE = read();
    private static final String SECURITY_POLICY = "default-src 'none'; style-src 'sha256-"
            + Sha256.base64(STYLE.getBytes(UTF_8))
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PrintedPages() {}

    /** What stands in the page's one {@code style} element, to the byte: browsers compare its hash. */
    public static String style() {
        return STYLE;
    }

    /** An answer with the page that neither a browser nor a proxy keeps, and that leads nowhere. */
    public static Response answer(Object page) {
        return Response.ok(page, "text/html;charset=UTF-8").header("Content-Security-Policy", SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store").build();
    }

    private static String read() {
        try (InputStream css = PrintedPages.class.getResourceAsStream("print.css")) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
