package org.alongside.kit.problem;

import java.io.IOException;
import java.util.Arrays;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Turns what is wrong with a body into a problem where the body is read. Anywhere else an exception of the JSON library
 * is a fault of the service, not of the caller.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

    private final JsonFaults faults;

    @Inject
    BodyReading(ObjectMapper mapper) {
        this.faults = new JsonFaults(mapper);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return read(context);
        } catch (IOException fault) {
            throw faults.problem(fault);
        } catch (WebApplicationException wrapped) {
            if (wrapped.getCause() instanceof IOException fault) {
                throw faults.problem(fault);
            }
            throw wrapped;
        }
    }

    /** A missing body and the body {@code null} are the same to the operation: it has nothing to work on. */
    private static Object read(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && !isOptional(context)) {
            throw Problem.invalid(new Violation("", "required", "a body is required"));
        }
        return body;
    }

    private static boolean isOptional(ReaderInterceptorContext context) {
        return Arrays.stream(context.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType() == OptionalBody.class);
    }
}
