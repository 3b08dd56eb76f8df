package org.alongside.kit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;

/**
 * Marks an operation on client data and says who may run it. The one declaration from which the check, the capture,
 * {@code x-alongside-access} in the OpenAPI document and the authorization tests all follow.
 *
 * <p>The method runs in a transaction of its own with an access context open. Without it row-level security shows no row, so
 * an operation that lacks this annotation can read nothing; it also stops start-up.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AccessPolicy {

    /** Name in the access log and {@code operationId} in OpenAPI: noun, dot, verb. Never renamed: logs keep it for years. */
    @Nonbinding
    String operation() default "";

    @Nonbinding
    Action action() default Action.READ;

    /** Any one of them is enough. */
    @Nonbinding
    Role[] roles() default {};

    /** The most that the operation may disclose; a grant narrows it further. */
    @Nonbinding
    Part[] parts() default {};

    @Nonbinding
    Relation[] relations() default {Relation.HOME_AGENCY};

    /** Purpose of use when the caller states none. */
    @Nonbinding
    PurposeOfUse purpose() default PurposeOfUse.TREAT;
}
