package org.alongside.kit.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.arc.properties.IfBuildProperty;

/** Left out of every application but the one that {@link StartWithoutPolicyTest} starts. */
@Path("/forgotten-policy")
@IfBuildProperty(name = ForgottenPolicyResource.WANTED, stringValue = "true")
public class ForgottenPolicyResource {

    static final String WANTED = "test.forgotten-policy";

    @GET
    public String read() {
        return "anything";
    }
}
