package org.alongside.kit.problem;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The body that may be left out: the operation then gets {@code null}. Any other is refused where it is missing. */
@Documented
@Target(PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OptionalBody {}
