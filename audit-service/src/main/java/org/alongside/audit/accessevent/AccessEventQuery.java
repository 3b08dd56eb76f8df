package org.alongside.audit.accessevent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.access.Outcome;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/**
 * What is searched for, in a body: a handle of a person has no place in a URL. All that is stated must hold; what is absent does not
 * narrow the search.
 *
 * @param client    id of the client touched, by this record or one that was merged into it
 * @param actor     subject of the token, or {@code system:<service>/<job>}
 * @param agency    id of the agency acted for
 * @param operation for example {@code client.read}
 * @param purpose   purpose of use, HL7 code
 * @param basis     why it was allowed, for example {@code emergency}
 * @param outcome   {@code allowed}, {@code denied}, {@code not-visible} or {@code failed}
 * @param source    service that wrote the event, for example {@code /alongside/intake}
 * @param accessId  {@code Alongside-Access-Id} of a response
 * @param from      earliest time of access, inclusive, RFC 3339
 * @param to        latest time of access, exclusive, RFC 3339
 */
public record AccessEventQuery(UUID client, String actor, UUID agency, String operation, String purpose, String basis,
        String outcome, String source, UUID accessId, Instant from, Instant to) {

    /** Narrows nothing. */
    public static final AccessEventQuery ALL = new AccessEventQuery(null, null, null, null, null, null, null, null,
            null,
            null, null);

    /** As in the schema of the event: {@code events/org.alongside.audit.access.v1.json}. */
    public static final List<String> BASES = List.of("home-agency", "consent", "referral", "emergency", "oversight",
            "system",
            "referral-fact", "open-referral");

    public static final List<String> OUTCOMES = Arrays.stream(Outcome.values()).map(Outcome::code).toList();
    public static final List<String> PURPOSES = Arrays.stream(PurposeOfUse.values()).map(Enum::name).toList();

    /**
     * Refuses what could find nothing whatever the log holds, each by its place in the body.
     *
     * @param at place of this query in the body: a JSON pointer, empty when it is the body
     * @throws Problem {@code unknown-code} for a purpose, basis or outcome that there is not; {@code invalid-input} when to is not after
     *                 from, or a text is none that an event could hold
     */
    public AccessEventQuery checked(String at) {
        requireKnown(at + "/purpose", purpose, PURPOSES);
        requireKnown(at + "/basis", basis, BASES);
        requireKnown(at + "/outcome", outcome, OUTCOMES);
        List<Violation> violations = new ArrayList<>();
        Stream.of(shape(at + "/actor", actor, "[^\\x00-\\x1f\\x7f]{1,100}", "1 to 100 characters, none of control"),
                shape(at + "/operation", operation, "[a-z0-9.-]{1,80}", "the name of an operation: a-z, 0-9, . and -"),
                shape(at + "/source", source, "/alongside/[a-z-]{1,40}", "/alongside/ and the name of a service"))
                .forEach(violations::addAll);
        if (from != null && to != null && !to.isAfter(from)) {
            violations.add(new Violation(at + "/to", "range", "must be after from"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return this;
    }

    private static void requireKnown(String field, String code, List<String> known) {
        if (code != null && !known.contains(code)) {
            throw Problem.unknownCode(field, known);
        }
    }

    private static List<Violation> shape(String field, String text, String pattern, String rule) {
        return text == null || text.matches(pattern)
                ? List.of()
                : List.of(new Violation(field, "pattern", "must be " + rule));
    }
}
