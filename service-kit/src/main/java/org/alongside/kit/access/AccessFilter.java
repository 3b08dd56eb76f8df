package org.alongside.kit.access;

import java.lang.reflect.Method;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.CallerResolver;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.CurrentIdentityAssociation;

/** Settles who is calling and whether the role allows the operation, before the body is read. */
@Provider
@Priority(Priorities.AUTHORIZATION)
class AccessFilter implements ContainerRequestFilter {

    private final CurrentIdentityAssociation identity;
    private final JsonWebToken accessToken;
    private final CallerResolver callers;
    private final AccessContext context;

    @Context
    ResourceInfo resource;

    /** @param accessToken of the current request: sent by the caller or, in a browser, got by the login that the session began with */
    AccessFilter(CurrentIdentityAssociation identity, JsonWebToken accessToken, CallerResolver callers,
            AccessContext context) {
        this.identity = identity;
        this.accessToken = accessToken;
        this.callers = callers;
        this.context = context;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        NoClientData open = method.getAnnotation(NoClientData.class);
        if (open != null && open.anonymous()) {
            return;
        }
        Operation operation = open == null
                ? Operation.of(method.getAnnotation(AccessPolicy.class))
                : withoutClientData(open);
        // Known before the caller is resolved in full, so that a refusal of the token's agency can be recorded.
        JsonWebToken token = token();
        context.enter(callers.unresolved(token), operation);
        Caller caller = callers.resolve(token, request.getHeaderString(CallerResolver.AGENCY_HEADER),
                request.getHeaderString(CallerResolver.PURPOSE_HEADER));
        context.enter(caller, operation);
        if (!operation.roles().isEmpty() && !caller.hasAny(operation.roles())) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "This operation needs one of the roles "
                    + operation.roles().stream().map(Role::code).sorted().toList() + ".");
        }
    }

    private JsonWebToken token() {
        // The principal of a session is made from its ID token, which says nothing of roles and agencies.
        if (identity.getIdentity().isAnonymous() || accessToken.getSubject() == null) {
            throw Problem.of(ProblemType.NOT_AUTHENTICATED);
        }
        return accessToken;
    }

    private static Operation withoutClientData(NoClientData open) {
        return new Operation(open.operation(), Action.EXECUTE, Set.of(open.roles()), Set.of(), Set.of(),
                PurposeOfUse.HOPERAT);
    }
}
