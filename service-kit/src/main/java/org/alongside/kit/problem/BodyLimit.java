package org.alongside.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers a body that announces itself as too large before the HTTP layer would refuse it without a problem document. */
@ApplicationScoped
class BodyLimit {

    private final long maxBytes;
    private final ObjectMapper mapper;

    @Inject
    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody, ObjectMapper mapper) {
        this.maxBytes = maxBody.asLongValue();
        this.mapper = mapper;
    }

    void goBeforeTheOtherLimit(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= maxBytes) {
            request.next();
        } else {
            refuse(request);
        }
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
