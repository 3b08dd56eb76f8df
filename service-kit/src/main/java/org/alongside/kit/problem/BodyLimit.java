package org.alongside.kit.problem;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a body that announces itself as too large before the HTTP layer would refuse it without a problem document. Operations
 * that read a stream may take more than the others, which hold a body in memory: those at the paths of
 * {@code alongside.http.large-bodies} take {@code quarkus.http.limits.max-body-size}, all others
 * {@code alongside.http.max-body-size}.
 */
@ApplicationScoped
class BodyLimit {

    private final long mostOfAny;
    private final long mostOfMost;
    private final List<String> large;
    private final ObjectMapper mapper;

    @Inject
    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize any,
            @ConfigProperty(name = "alongside.http.max-body-size") MemorySize most,
            @ConfigProperty(name = "alongside.http.large-bodies") Optional<List<String>> large, ObjectMapper mapper) {
        this.mostOfAny = any.asLongValue();
        this.mostOfMost = Math.min(most.asLongValue(), mostOfAny);
        this.large = large.orElse(List.of());
        this.mapper = mapper;
    }

    /** The route after that limit puts right what it says of bodies of unknown length. */
    void goAroundTheOtherLimit(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::bound);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= most(request)) {
            request.next();
        } else {
            refuse(request);
        }
    }

    private void bound(RoutingContext request) {
        if (request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most(request));
        }
        request.next();
    }

    private long most(RoutingContext request) {
        return large.contains(request.normalizedPath()) ? mostOfAny : mostOfMost;
    }

    /** A length that is no number was refused before, when the request was parsed. */
    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuse(RoutingContext request) {
        try {
            byte[] body = mapper.writeValueAsBytes(Problem.of(ProblemType.BODY_TOO_LARGE));
            request.response().setStatusCode(ProblemType.BODY_TOO_LARGE.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                    .putHeader(HttpHeaders.CONNECTION, "close").end(Buffer.buffer(body));
        } catch (JsonProcessingException impossible) {
            request.fail(impossible);
        }
    }
}
