package org.alongside.kit.problem;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.sealing.DestroyedKeyException;
import org.alongside.kit.time.Ids;
import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Decides which problem answers an exception. The one place that does. */
public final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);
    private static final Map<ProblemType, Logger.Level> QUIETER = quieter();

    private Answers() {}

    private static Map<ProblemType, Logger.Level> quieter() {
        Map<ProblemType, Logger.Level> levels = new EnumMap<>(ProblemType.class);
        levels.put(ProblemType.STORE_UNAVAILABLE, Logger.Level.WARN);
        levels.put(ProblemType.AUDIT_UNAVAILABLE, Logger.Level.WARN);
        levels.put(ProblemType.GRANTS_STALE, Logger.Level.WARN);
        return levels;
    }

    /** Also logs what the operator has to know: nothing for 4xx, one line for 503, the trace for 500. */
    public static Problem to(Throwable failure) {
        Problem problem = thrown(failure).or(() -> ofStore(failure)).or(() -> ofInput(failure))
                .or(() -> ofSecurity(failure)).or(() -> ofStatus(failure)).orElseGet(() -> internal(failure));
        if (QUIETER.containsKey(problem.kind())) {
            LOG.logf(QUIETER.get(problem.kind()), "%s: %s, SQLState %s", problem.kind().code(),
                    failure.getClass().getName(), StoreFailures.sqlState(failure).orElse("none"));
        }
        return problem;
    }

    /** The problem for a bare HTTP status; of several with the same status the most general. */
    public static Problem ofStatus(int status) {
        if (status >= 500) {
            return Problem.of(status == 503 ? ProblemType.STORE_UNAVAILABLE : ProblemType.INTERNAL);
        }
        ProblemType kind = status == 400
                ? ProblemType.INVALID_INPUT
                : Stream.of(ProblemType.values()).filter(type -> type.status() == status).findFirst()
                        .orElse(ProblemType.INVALID_INPUT);
        return Problem.of(kind);
    }

    private static Optional<Problem> thrown(Throwable failure) {
        // What is to be opened or sealed of a client whom somebody erased at this moment: there is none.
        return StoreFailures.find(failure, DestroyedKeyException.class::isInstance).map(erased -> Problem.notFound())
                .or(() -> StoreFailures.find(failure, Problem.class::isInstance).map(Problem.class::cast));
    }

    private static Optional<Problem> ofStore(Throwable failure) {
        if (StoreFailures.unavailable(failure)) {
            return Optional.of(Problem.of(ProblemType.STORE_UNAVAILABLE));
        }
        if (StoreFailures.uniqueViolation(failure)) {
            return Optional.of(Problem.of(ProblemType.CONFLICTING_STATE));
        }
        return StoreFailures.staleVersion(failure)
                ? Optional.of(Problem.of(ProblemType.PRECONDITION_FAILED))
                : Optional.empty();
    }

    private static Optional<Problem> ofInput(Throwable failure) {
        return failure instanceof ConstraintViolationException violations
                ? Violations.problem(violations)
                : Optional.empty();
    }

    private static Optional<Problem> ofSecurity(Throwable failure) {
        if (failure instanceof ForbiddenException) {
            return Optional.of(Problem.of(ProblemType.NOT_PERMITTED));
        }
        boolean unknownCaller = failure instanceof UnauthorizedException || failure.getClass().getPackageName()
                .equals("io.quarkus.security") && failure.getClass().getSimpleName().startsWith("Authentication");
        return unknownCaller ? Optional.of(ofStatus(401)) : Optional.empty();
    }

    /** JAX-RS itself throws these: no such path, method, media type. */
    private static Optional<Problem> ofStatus(Throwable failure) {
        if (!(failure instanceof WebApplicationException web) || web.getResponse().getStatus() >= 500) {
            return Optional.empty();
        }
        Problem problem = ofStatus(web.getResponse().getStatus());
        String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return Optional.of(allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, allow));
    }

    private static Problem internal(Throwable failure) {
        SpanContext span = Span.current().getSpanContext();
        String traceId = span.isValid() ? span.getTraceId() : Ids.next().toString();
        LOG.errorf("internal: traceId %s: %s", traceId, FaultTrace.of(failure));
        return Problem.of(ProblemType.INTERNAL).with("traceId", traceId);
    }
}
