package org.alongside.kit.access;

import java.lang.reflect.Method;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Stops start-up at the first operation that says neither who may run it nor that it carries no client data. */
@Provider
public class PolicyCheck implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext feature) {
        Method method = resource.getResourceMethod();
        boolean policy = method.isAnnotationPresent(AccessPolicy.class);
        boolean open = method.isAnnotationPresent(NoClientData.class);
        if (policy == open) {
            throw new IllegalStateException("Operation %s.%s must carry exactly one of @AccessPolicy and @NoClientData"
                    .formatted(method.getDeclaringClass().getName(), method.getName()));
        }
    }
}
