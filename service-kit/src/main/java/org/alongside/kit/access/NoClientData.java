package org.alongside.kit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.alongside.kit.caller.Role;

/**
 * Marks an operation that neither takes nor returns client data. It opens no access context, so row-level security hides every
 * client's rows from it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NoClientData {

    /** {@code operationId} in OpenAPI: noun, dot, verb. */
    String operation();

    /** Any one of them is enough; none means every authenticated caller. */
    Role[] roles() default {};

    /** Open to callers without a token. */
    boolean anonymous() default false;
}
