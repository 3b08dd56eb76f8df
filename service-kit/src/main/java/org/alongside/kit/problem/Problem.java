package org.alongside.kit.problem;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;

import jakarta.ws.rs.container.ContainerResponseContext;

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

    /** @param detail what is special about this occurrence; null for nothing */
    public static Problem of(ProblemType kind, String detail) {
        Builder builder = builder().withType(kind.uri()).withStatus(kind.status()).withTitle(kind.title())
                .withDetail(detail);
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

    /** One violation, see {@link Violation}. */
    public static Problem invalid(String field, String code, String message) {
        return invalid(new Violation(field, code, message));
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
     * @param present code of the state the resource is in
     * @param asked code of the state it was to get
     * @param allowed codes of the states it may get
     */
    public static Problem conflictingState(String present, String asked, Collection<String> allowed) {
        return of(ProblemType.CONFLICTING_STATE).with("present", present).with("asked", asked).with("allowed",
                List.copyOf(allowed));
    }

    /** Whether the entity of a response is a problem document. */
    public static boolean isBody(Object entity) {
        return entity instanceof HttpProblem;
    }

    /** Makes this the whole answer: what was to be sent before does not leave. */
    public void replace(ContainerResponseContext response) {
        response.getHeaders().clear();
        response.setStatus(kind.status());
        getHeaders().forEach(response.getHeaders()::putSingle);
        response.setEntity(this, new Annotation[0], MEDIA_TYPE);
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
