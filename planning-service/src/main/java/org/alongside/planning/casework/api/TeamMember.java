package org.alongside.planning.casework.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A worker who helps in a case beside the primary worker.
 *
 * @param worker token subject
 */
public record TeamMember(@NotNull @Pattern(regexp = SUBJECT) String worker) {

    /** Subjects of tokens as the suite takes them. */
    public static final String SUBJECT = "[^\\x00-\\x1f\\x7f]{1,100}";
}
