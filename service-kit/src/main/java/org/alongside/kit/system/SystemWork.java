package org.alongside.kit.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * Work without a caller: a consumer, a timer, a report. Runs in a transaction of its own on the {@code system} login, as
 * {@code system:<service>/<job>}; row-level policies of that login say which rows the job may see. Opening a client's data
 * through the gate is captured as for any caller.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SystemWork {

    /** Name of the job; row-level policies and the access log use it. */
    @Nonbinding
    String value() default "";
}
