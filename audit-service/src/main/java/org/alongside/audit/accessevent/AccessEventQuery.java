package org.alongside.audit.accessevent;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.alongside.kit.access.Outcome;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/**
 * What is searched for; each that is absent does not narrow the search.
 *
 * @param client    id of the client touched
 * @param actor     subject of the token, or {@code system:<service>/<job>}
 * @param agency    id of the agency acted for
 * @param operation for example {@code client.read}
 * @param outcome   {@code allowed}, {@code denied}, {@code not-visible} or {@code failed}
 * @param from      earliest time of access, inclusive, RFC 3339
 * @param to        latest time of access, exclusive, RFC 3339
 */
public record AccessEventQuery(@QueryParam("client") UUID client, @QueryParam("actor") String actor,
        @QueryParam("agency") UUID agency, @QueryParam("operation") String operation,
        @QueryParam("outcome") String outcome, @QueryParam("from") Instant from, @QueryParam("to") Instant to) {

    private static final List<String> OUTCOMES = Arrays.stream(Outcome.values()).map(Outcome::code).toList();

    /** @throws Problem {@code unknown-code} for an outcome that there is not; {@code invalid-input} when to is not after from */
    public AccessEventQuery {
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw Problem.unknownCode("query:outcome", OUTCOMES);
        }
        if (from != null && to != null && !to.isAfter(from)) {
            throw Problem.invalid(Violation.ofQuery("to", "range", "must be after from"));
        }
    }
}
