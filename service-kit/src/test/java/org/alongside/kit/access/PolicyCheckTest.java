package org.alongside.kit.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ResourceInfo;

import org.junit.jupiter.api.Test;

/** What stops start-up. Quarkus calls the check for every operation it finds before it takes a request. */
class PolicyCheckTest {

    @SuppressWarnings("unused")
    private static final class Operations {

        @GET
        public void neither() {}

        @GET
        @AccessPolicy(operation = "thing.read")
        @NoClientData(operation = "thing.read")
        public void both() {}

        @GET
        @AccessPolicy(operation = "thing.read")
        public void policy() {}

        @GET
        @NoClientData(operation = "thing.open", anonymous = true)
        public void mark() {}
    }

    @Test
    void anOperationThatDoesNotSayWhoMayRunItStopsTheStartAndIsNamed() {
        String message = assertThrows(IllegalStateException.class, () -> check("neither")).getMessage();
        assertTrue(message.contains(Operations.class.getName() + ".neither"), message);
        assertThrows(IllegalStateException.class, () -> check("both"));
        assertDoesNotThrow(() -> check("policy"));
        assertDoesNotThrow(() -> check("mark"));
    }

    private static void check(String name) throws NoSuchMethodException {
        Method method = Operations.class.getMethod(name);
        new PolicyCheck().configure(new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                return method;
            }

            @Override
            public Class<?> getResourceClass() {
                return Operations.class;
            }
        }, null);
    }
}
