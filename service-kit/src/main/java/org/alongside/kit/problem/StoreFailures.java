package org.alongside.kit.problem;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleStateException;

/**
 * Tells from an exception, however deeply wrapped, what the database meant.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public final class StoreFailures {

    /** Connection, resources, operator intervention, system errors: classes in which every code is of this kind. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "58");

    /**
     * Lock timeout, statement timeout, idle in a transaction for too long, read-only, shutdown and crash, and the two
     * (deadlock, serialization) where PostgreSQL chose this transaction as the one to give way.
     */
    private static final Set<String> UNAVAILABLE_STATES = Set.of("55P03", "57014", "25P03", "25006", "57P01", "57P02",
            "57P03", "57P04", "57P05", "40P01", "40001");

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String UNIQUE_VIOLATION = "23505";

    /** The connection pool gives its timeout no SQLState, only this in the message. */
    private static final String POOL_TIMEOUT = "acquisition timeout";

    private StoreFailures() {}

    /** True when the same request may well succeed later without being changed. */
    public static boolean unavailable(Throwable failure) {
        return any(failure, StoreFailures::saysUnavailable);
    }

    /** True when somebody else held the lock for longer than {@code lock_timeout}. */
    public static boolean lockTimeout(Throwable failure) {
        return hasState(failure, LOCK_NOT_AVAILABLE);
    }

    public static boolean uniqueViolation(Throwable failure) {
        return hasState(failure, UNIQUE_VIOLATION);
    }

    /** True when a versioned row was changed by somebody else since it was read. */
    public static boolean staleVersion(Throwable failure) {
        return any(failure, t -> t instanceof OptimisticLockException || t instanceof StaleStateException);
    }

    /** The first SQLState in the exception and what it wraps. */
    public static Optional<String> sqlState(Throwable failure) {
        return find(failure, t -> stateOf(t) != null).map(StoreFailures::stateOf);
    }

    /** Looks through causes, suppressed exceptions (a failed commit hides its reason there) and chained SQL ones. */
    static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        visit(failure, open, seen);
        while (!open.isEmpty()) {
            Throwable next = open.poll();
            if (wanted.test(next)) {
                return Optional.of(next);
            }
            visit(next.getCause(), open, seen);
            for (Throwable suppressed : next.getSuppressed()) {
                visit(suppressed, open, seen);
            }
            if (next instanceof SQLException sql) {
                visit(sql.getNextException(), open, seen);
            }
        }
        return Optional.empty();
    }

    private static void visit(Throwable candidate, Deque<Throwable> open, Set<Throwable> seen) {
        if (candidate != null && seen.add(candidate)) {
            open.add(candidate);
        }
    }

    private static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        return find(failure, wanted).isPresent();
    }

    private static boolean hasState(Throwable failure, String state) {
        return any(failure, t -> state.equals(stateOf(t)));
    }

    private static String stateOf(Throwable failure) {
        return failure instanceof SQLException sql ? sql.getSQLState() : null;
    }

    private static boolean saysUnavailable(Throwable failure) {
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        if (state == null || state.length() < 2) {
            return String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains(POOL_TIMEOUT);
        }
        return UNAVAILABLE_STATES.contains(state) || UNAVAILABLE_CLASSES.contains(state.substring(0, 2));
    }
}
