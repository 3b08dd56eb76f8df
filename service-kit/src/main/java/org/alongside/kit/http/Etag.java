package org.alongside.kit.http;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Strong entity tags from version numbers, and the precondition of every change: {@code If-Match} is required, so that nobody
 * overwrites what they have not seen.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110 §13.1.1</a>
 */
public final class Etag {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern
            .compile("\\G[ \\t]*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*(,|$)");

    private Etag() {}

    /** 200 with the view and its {@code ETag}. */
    public static <T extends Versioned> RestResponse<T> ok(T view) {
        return ok(view, view.version());
    }

    /** 200 with the view and its {@code ETag}. */
    public static <T> RestResponse<T> ok(T view, long version) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, of(version)).build();
    }

    /** 201 with the view, its address and its {@code ETag}. */
    public static <T extends Versioned> RestResponse<T> created(URI location, T view) {
        return ResponseBuilder.create(Status.CREATED, view).header(HttpHeaders.LOCATION, location.toString())
                .header(HttpHeaders.ETAG, of(view.version())).build();
    }

    /** The header value, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change unless the caller names the present version.
     *
     * @param ifMatch the {@code If-Match} header, null when absent
     * @param version the present version
     * @throws Problem {@code precondition-required} without the header, {@code precondition-failed} when it names other versions,
     *         {@code invalid-input} when it is weak or malformed
     */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED);
        }
        if (!ANY.equals(ifMatch.strip()) && !lists(ifMatch, Long.toString(version))) {
            throw Problem.of(ProblemType.PRECONDITION_FAILED);
        }
    }

    private static boolean lists(String ifMatch, String wanted) {
        Matcher tag = TAG.matcher(ifMatch);
        boolean found = false;
        int end = 0;
        boolean more = true;
        while (more && tag.find()) {
            refuseWeak(tag.group(1));
            found |= tag.group(2).equals(wanted);
            end = tag.end();
            more = ",".equals(tag.group(3));
        }
        if (more || end != ifMatch.length()) {
            throw Problem.invalid(
                    Violation.ofHeader(HttpHeaders.IF_MATCH, "malformed", "expected entity tags in quotes, or *"));
        }
        return found;
    }

    private static void refuseWeak(String weak) {
        if (weak != null) {
            throw Problem
                    .invalid(Violation.ofHeader(HttpHeaders.IF_MATCH, "weak", "a change needs a strong entity tag"));
        }
    }
}
