package org.alongside.kit.caller;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes a {@link Caller} from a verified Keycloak access token: realm roles from {@code realm_access.roles}, agencies from the
 * {@code organization} claim with ids ({@code {"alias": {"id": "…"}}}).
 */
@ApplicationScoped
public class CallerResolver {

    /** Names the agency acted for, when the token names several. */
    public static final String AGENCY_HEADER = "X-Agency";
    /** States a purpose of use other than the operation's default. */
    public static final String PURPOSE_HEADER = "X-Purpose-Of-Use";

    /**
     * @param agency  value of {@link #AGENCY_HEADER} or {@code null}
     * @param purpose value of {@link #PURPOSE_HEADER} or {@code null}
     * @throws Problem {@code not-permitted} when the token names no agency or not the one asked for; {@code invalid-input}
     *                 when a header is missing or no known value
     */
    public Caller resolve(JsonWebToken token, String agency, String purpose) {
        Caller person = unresolved(token);
        return new Caller(person.kind(), person.subject(), actingAgency(agencies(token), agency), person.roles(),
                person.application(), person.loggedInAt(), purpose(purpose));
    }

    /** What a verified token says of a caller before its agency is settled: enough to record a refusal, never to allow. */
    public Caller unresolved(JsonWebToken token) {
        Set<Role> roles = roles(token);
        Caller.Kind kind = roles.contains(Role.PARTNER_SYSTEM) ? Caller.Kind.PARTNER : Caller.Kind.WORKER;
        return new Caller(kind, token.getSubject(), null, roles, token.getClaim("azp"), loggedInAt(token), null);
    }

    /** Seconds since 1970 (OpenID Connect Core 1.0, section 2). */
    private static Instant loggedInAt(JsonWebToken token) {
        return token.getClaim("auth_time") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    private static UUID actingAgency(Set<UUID> agencies, String wanted) {
        if (agencies.isEmpty()) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "The token names no agency (claim organization).");
        }
        if (wanted != null) {
            return agencies.stream().filter(agency -> agency.toString().equals(wanted)).findFirst()
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_PERMITTED,
                            "The token does not name the agency in X-Agency."));
        }
        if (agencies.size() > 1) {
            throw Problem.invalid(new Violation("header:" + AGENCY_HEADER, "required",
                    "The token names several agencies: state the one acted for."));
        }
        return agencies.iterator().next();
    }

    private static Set<UUID> agencies(JsonWebToken token) {
        Set<UUID> agencies = new LinkedHashSet<>();
        if (token.getClaim("organization") instanceof JsonObject organizations) {
            organizations.values().stream().map(CallerResolver::id).flatMap(Optional::stream).forEach(agencies::add);
        }
        return agencies;
    }

    private static Optional<UUID> id(JsonValue organization) {
        try {
            return organization instanceof JsonObject details
                    ? Optional.of(UUID.fromString(details.getString("id")))
                    : Optional.empty();
        } catch (IllegalArgumentException | NullPointerException | ClassCastException notAnId) {
            return Optional.empty();
        }
    }

    private static Set<Role> roles(JsonWebToken token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getClaim("realm_access") instanceof JsonObject access
                && access.get("roles") instanceof jakarta.json.JsonArray names) {
            names.getValuesAs(JsonString.class).stream().map(JsonString::getString)
                    .map(code -> Coded.of(Role.class, code))
                    .flatMap(Optional::stream).forEach(roles::add);
        }
        return roles;
    }

    private static PurposeOfUse purpose(String code) {
        if (code == null) {
            return null;
        }
        return PurposeOfUse.of(code)
                .orElseThrow(() -> Problem.invalid(new Violation("header:" + PURPOSE_HEADER, "unknown-code",
                        "Use one of " + Arrays.toString(PurposeOfUse.values()) + ".")));
    }
}
