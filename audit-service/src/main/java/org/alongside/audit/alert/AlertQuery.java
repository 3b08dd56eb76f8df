package org.alongside.audit.alert;

import java.util.UUID;

import jakarta.validation.constraints.Size;

import org.alongside.audit.alert.rule.RuleCode;

/**
 * Which alerts are searched for; all that is stated must hold.
 *
 * @param status open or reviewed
 * @param rule that raised them
 * @param actor token subject
 * @param agency that the actor acted for
 * @param client id of the client
 */
public record AlertQuery(AlertStatus status, RuleCode rule, @Size(min = 1, max = 100) String actor, UUID agency,
        UUID client) {}
