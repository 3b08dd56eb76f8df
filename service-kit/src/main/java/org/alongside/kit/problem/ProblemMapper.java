package org.alongside.kit.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/**
 * Answers every exception of a request through {@link Answers}. The framework and the problem library bring mappers of
 * their own that quote messages, paths and values; a mapper of the same class with a smaller priority number goes first,
 * so each class they map is named here.
 */
public class ProblemMapper {

    private static final int BEFORE_ALL_OTHERS = 1;

    /** A step of a login in a browser is a redirect and no error. */
    @ServerExceptionMapper(priority = BEFORE_ALL_OTHERS, value = {Throwable.class, Exception.class,
            RuntimeException.class, HttpProblem.class, Problem.class, WebApplicationException.class,
            NotFoundException.class, jakarta.ws.rs.ForbiddenException.class, ForbiddenException.class,
            UnauthorizedException.class, AuthenticationFailedException.class, AuthenticationCompletionException.class,
            AuthenticationRedirectException.class, ValidationException.class, ConstraintViolationException.class,
            JsonProcessingException.class, MismatchedInputException.class, InvalidFormatException.class,
            UnrecognizedPropertyException.class})
    public Response answer(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        if (failure instanceof AuthenticationRedirectException login) {
            return Response.status(login.getCode()).header(HttpHeaders.LOCATION, login.getRedirectUri())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
        return Answers.to(failure).toResponse();
    }
}
