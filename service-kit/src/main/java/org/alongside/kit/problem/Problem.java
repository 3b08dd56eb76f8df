package org.alongside.kit.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * An error answer of RFC 9457, thrown from wherever it is found out. Detail and extensions may hold ids, codes and names
 * of fields, never a value that was sent: problem documents end up in the logs of callers.
 *
 * <p>
 * There is no {@code instance} member, so that all answers 404 are alike byte for byte.
 */
public final class Problem extends HttpProblem {

    private static final long serialVersionUID = 1L;

    /** Seconds after which trying again makes sense; all failures behind a 503 are short or need an operator. */
    private static final String RETRY_AFTER_SECONDS = "1";

    private final ProblemType kind;

    private Problem(ProblemType kind, Builder builder) {
        super(builder);
        this.kind = kind;
    }

    public static Problem of(ProblemType kind) {
        return of(kind, null);
    }

    /** @param detail what is special about this occurrence; null for nothing, the answer then says what can be done */
    public static Problem of(ProblemType kind, String detail) {
        Builder builder = builder().withType(kind.uri()).withStatus(kind.status()).withTitle(kind.title())
                .withDetail(detail == null ? kind.remedy() : detail);
        if (kind.status() == 503) {
            builder.withHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (kind == ProblemType.NOT_AUTHENTICATED) {
            builder.withHeader("WWW-Authenticate", "Bearer");
        }
        return new Problem(kind, builder);
    }

    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public static Problem invalid(Violation... violations) {
        return invalid(List.of(violations));
    }

    public static Problem invalid(List<Violation> violations) {
        return of(ProblemType.INVALID_INPUT).with("violations", List.copyOf(violations));
    }

    /**
     * @param field as in {@link Violation#field()}
     * @param allowed the codes of the value set
     */
    public static Problem unknownCode(String field, Collection<String> allowed) {
        Violation violation = new Violation(field, "unknown-code", "expected one of the allowed codes");
        return of(ProblemType.UNKNOWN_CODE).with("violations", List.of(violation)).with("allowed",
                List.copyOf(allowed));
    }

    /**
     * The caller has to log in anew: step-up authentication, RFC 9470 section 3.
     *
     * @param longest how old a login may be
     */
    public static Problem freshLoginRequired(Duration longest) {
        return of(ProblemType.FRESH_LOGIN_REQUIRED).with("maxAge", longest.toSeconds())
                .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", "
                        + "error_description=\"A more recent login is required\", max_age=\"" + longest.toSeconds()
                        + "\"");
    }

    /** A copy with one more member. */
    public Problem with(String member, Object value) {
        return new Problem(kind, builder(this).with(member, value));
    }

    /** A copy with one more response header. */
    public Problem withHeader(String name, String value) {
        return new Problem(kind, builder(this).withHeader(name, value));
    }

    public ProblemType kind() {
        return kind;
    }

    /** An answer, not a fault: where it was thrown is nobody's concern and would cost time. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
