package org.alongside.audit.alert.rule;

import org.alongside.audit.conflict.Conflicts;
import org.alongside.audit.connection.CaseFacts;
import org.alongside.audit.connection.GrantFacts;
import org.alongside.audit.connection.HouseholdFacts;
import org.alongside.audit.connection.Persons;
import org.alongside.audit.work.HourlyClients;
import org.alongside.audit.work.Refusals;
import org.alongside.audit.work.WorkHistory;

/**
 * What is known about the actors and clients of a batch of accesses.
 *
 * @param persons the rules ask about persons: what holds for one record holds for those that are merged with it
 */
public record Facts(Persons persons, WorkHistory work, GrantFacts grants, CaseFacts cases, Conflicts conflicts,
        HouseholdFacts households, HourlyClients hours,
        Refusals refusals) {}
