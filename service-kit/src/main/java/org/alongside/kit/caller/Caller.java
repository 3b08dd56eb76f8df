package org.alongside.kit.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;

/**
 * Who is asking, and for which agency.
 *
 * @param kind        what kind of actor; only {@link Kind#SYSTEM} acts for no agency
 * @param subject     token claim {@code sub}, or {@code system:<service>/<job>}
 * @param agency      id of the Keycloak organization the caller acts for, or {@code null}
 * @param roles       roles of this suite found in the token
 * @param application client application that got the token, claim {@code azp}
 * @param loggedInAt  when the person behind the token proved who they are, claim {@code auth_time}; {@code null} when the token does not
 *                    say, and for systems
 * @param purpose     purpose of use stated in {@code X-Purpose-Of-Use}, or {@code null} to take the operation's default
 */
public record Caller(Kind kind, String subject, UUID agency, Set<Role> roles, String application,
        Instant loggedInAt, PurposeOfUse purpose) {

    public boolean hasAny(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /**
     * @param earliest when the login may have been
     * @param longest  for the caller: how old a login may be
     * @throws Problem {@code fresh-login-required} when it was before, or the token does not say
     */
    public void requireLoginSince(Instant earliest, Duration longest) {
        if (loggedInAt == null || loggedInAt.isBefore(earliest)) {
            throw Problem.freshLoginRequired(longest);
        }
    }

    /** Kind of actor. Decided once, where the caller is made: never inferred from a missing agency. */
    public enum Kind implements Coded {
        WORKER, PARTNER, SYSTEM;
    }

    /** The caller of {@link org.alongside.kit.system.SystemWork}. */
    public static Caller system(String service, String job) {
        return new Caller(Kind.SYSTEM, "system:" + service + "/" + job, null, Set.of(), null, null, null);
    }
}
