package org.alongside.audit.disclosureaccount.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The whole account in numbers, of the time asked for.
 *
 * @param outside agencies other than the home agency that saw something
 * @param inside  accesses at the home agency and by the suite itself: they are no disclosures, so they are counted and not listed
 * @param refused requests from outside that named the client and were shown nothing
 */
public record AccountSummary(List<Outside> outside, List<Inside> inside, long refused) {

    /**
     * @param agency      absent where the token named none
     * @param name        of the agency, or its id
     * @param accesses    how many lines are of it
     * @param emergencies how many of them were emergency accesses
     */
    public record Outside(UUID agency, String name, long accesses, long emergencies, Instant first, Instant last) {}

    /**
     * @param roles   of those who accessed; empty for the suite itself, and in entries from before roles were recorded
     * @param purpose of use, HL7 code
     * @param role    the roles in words
     * @param why     the purpose in words
     */
    public record Inside(List<String> roles, String purpose, String role, String why, long accesses) {}
}
