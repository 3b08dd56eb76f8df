package org.alongside.audit.console;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/**
 * Takes forms from pages of the console only, by what the browser says of where a form comes from (W3C Fetch Metadata). A browser too old
 * to say it is refused. The caller is known by then, so that the refusal comes into the log.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class ConsoleForms implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        boolean form = request.getMethod().equals(HttpMethod.POST)
                && request.getUriInfo().getPath().startsWith("/console/");
        if (form && !"same-origin".equals(request.getHeaderString("Sec-Fetch-Site"))) {
            throw Problem.of(ProblemType.NOT_PERMITTED,
                    "Forms are taken from pages of this console only, sent by a browser that says so (Sec-Fetch-Site).");
        }
    }
}
