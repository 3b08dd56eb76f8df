package org.alongside.kit.access;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.alongside.kit.paging.Page;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.jboss.logging.Logger;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * The last gate before bytes leave: refuses every view that the committed capture does not cover, records refusals, and names
 * the access to the caller. Never weaken the refusal to a warning: it is what turns a forgotten capture into an error.
 */
@Provider
@Priority(Priorities.USER)
class CaptureFilter implements ContainerResponseFilter {

    static final String ACCESS_ID = "Alongside-Access-Id";

    private static final Logger LOG = Logger.getLogger(CaptureFilter.class);

    private final AccessContext context;
    private final AccessTransactions transactions;

    @Context
    ResourceInfo resource;

    CaptureFilter(AccessContext context, AccessTransactions transactions) {
        this.context = context;
        this.transactions = transactions;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(ACCESS_ID, context.accessId().toString());
        if (context.caller() == null) {
            return;
        }
        try {
            switch (response.getStatus()) {
                // a caller who is known but has to log in anew, or did it too often
                case 401, 403, 429 -> transactions.recordDenial(Outcome.DENIED, asked(request));
                case 404 -> transactions.recordDenial(Outcome.NOT_VISIBLE, asked(request));
                default -> {
                    refuseUncaptured(response.getEntity());
                    refuseSilent(response);
                }
            }
        } catch (Problem problem) {
            // A Location or an ETag would tell that the thing is there.
            response.getHeaders().keySet().retainAll(Set.of(ACCESS_ID));
            response.setStatus(problem.getStatusCode());
            response.setEntity(problem, new Annotation[0], HttpProblem.MEDIA_TYPE);
        }
    }

    private void refuseUncaptured(Object entity) {
        if (isWithoutClientData()) {
            return;
        }
        for (Object view : views(entity)) {
            if (!context.committed().covers(view)) {
                LOG.errorf("Operation %s tried to return %s without a committed capture; refused",
                        context.operation().name(), view.getClass().getSimpleName());
                throw Problem.of(ProblemType.INTERNAL);
            }
        }
    }

    /** A page that answers must come from something captured, were it only that nothing was found: one that names no view could hold any. */
    private void refuseSilent(ContainerResponseContext response) {
        boolean answers = response.getStatus() < 400 && response.getEntity() instanceof RenderedViews;
        if (answers && !isWithoutClientData() && context.committed().isEmpty()) {
            LOG.errorf("Operation %s tried to return a page without a committed capture; refused",
                    context.operation().name());
            throw Problem.of(ProblemType.INTERNAL);
        }
    }

    private boolean isWithoutClientData() {
        return resource.getResourceMethod() == null
                || !resource.getResourceMethod().isAnnotationPresent(AccessPolicy.class);
    }

    private static List<?> views(Object entity) {
        // A captured stream looks at each of its pages itself, before it writes it.
        if (entity == null || entity instanceof HttpProblem || entity instanceof CapturedStream<?>) {
            return List.of();
        }
        if (entity instanceof RenderedViews rendered) {
            return rendered.views();
        }
        return entity instanceof Page<?> page ? page.items() : List.of(entity);
    }

    /** Only what is an id: anything else in a path could be personal data. */
    private Map<String, UUID> asked(ContainerRequestContext request) {
        Map<String, UUID> asked = new LinkedHashMap<>(context.asked());
        MultivaluedMap<String, String> parameters = request.getUriInfo().getPathParameters();
        parameters.forEach((name, values) -> {
            try {
                asked.put(name, UUID.fromString(values.get(0)));
            } catch (IllegalArgumentException notAnId) {
                LOG.debugf("Path parameter %s is not an id", name);
            }
        });
        return asked;
    }
}
