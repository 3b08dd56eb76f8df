package org.alongside.kit.paging;

import java.net.URI;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Gives every page that has a next one the {@code Link} to it (RFC 8288), relative to the host. Query parameters are repeated:
 * they never hold personal data, searches by such are POST.
 */
@Provider
public class NextLink implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity() instanceof PageLines lines ? lines.page() : response.getEntity();
        if (entity instanceof Page<?> page && page.next() != null) {
            response.getHeaders().add(HttpHeaders.LINK, "<" + target(request, page.next()) + ">; rel=\"next\"");
        }
    }

    private static String target(ContainerRequestContext request, String cursor) {
        URI next = request.getUriInfo().getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
