package org.alongside.audit.month;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.alongside.kit.access.AccessGate;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * The partitions of the log. The database itself decides what may be removed (function {@code remove_oldest_log_month}), so that no
 * login of this service can remove what is held or younger than a year.
 */
@ApplicationScoped
public class LogMonths {

    private static final Logger LOG = Logger.getLogger(LogMonths.class);
    private static final String HAS = """
            select exists (select from log_month where begins <= ? and ends > ? and removed_at is null)""";
    private static final int SHORTEST_MONTHS = 12;
    private static final String ADD = "select cast(add_log_month(:moment) as text)";
    private static final String BOUND = "select bound_log_month()";
    private static final String RECHECK = "select recheck_log_months()";
    private static final String REMOVE = """
            select partition as name, first_index as first, end_index as end from remove_oldest_log_month(cast(:kept as interval))""";

    private final EntityManager entities;
    private final AccessGate gate;
    private final RetentionConfig config;
    private final Clock clock;

    LogMonths(EntityManager entities, AccessGate gate, RetentionConfig config, Clock clock) {
        this.entities = entities;
        this.gate = gate;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code store-unavailable} when there is no month for entries sealed now: they wait until there is
     */
    public static void require(Connection connection, Instant sealedAt) throws SQLException {
        OffsetDateTime time = sealedAt.atOffset(ZoneOffset.UTC);
        try (PreparedStatement has = connection.prepareStatement(HAS)) {
            has.setObject(1, time);
            has.setObject(2, time);
            try (ResultSet row = has.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    LOG.errorf("The access log takes no entry: it has no month for %s. "
                            + "See \"Months of the access log\" in the operator's guide", sealedAt);
                    throw Problem.of(ProblemType.STORE_UNAVAILABLE);
                }
            }
        }
    }

    /** Makes the present month and those ahead, as far as they are not there. */
    @SystemWork("retention")
    public void addAhead() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        for (int ahead = 0; ahead <= config.monthsAhead(); ahead++) {
            session().createNativeQuery(ADD, String.class).setParameter("moment", now.plusMonths(ahead).toInstant())
                    .getSingleResult();
        }
    }

    /**
     * Notes which entries are in the oldest month that is over and was not noted; none of their indexes is given to another entry.
     *
     * @return whether there was one
     */
    @SystemWork("retention")
    public boolean boundOldest() {
        return session().createNativeQuery(BOUND, String.class).getSingleResult() != null;
    }

    /** Compares what each month that is over says with what it holds, and lets searches find what it did not say. */
    @SystemWork("retention")
    public void recheck() {
        List<String> wrong = session().createNativeQuery(RECHECK, String.class).getResultList();
        if (!wrong.isEmpty()) {
            LOG.errorf(
                    "Months of the access log said less than they hold, so that searches left entries out: %s. It is put right; "
                            + "somebody wrote past the service, so verify the log: ./alongside verify-log",
                    wrong);
        }
    }

    /**
     * Removes the oldest month when it may go; recorded in the log itself. One that is seen to be due for the first time goes two weeks
     * later.
     *
     * @return whether it went
     */
    @SystemWork("retention")
    public boolean removeOldest() {
        Optional<Tuple> removed = session().createNativeQuery(REMOVE, Tuple.class)
                .setParameter("kept", config.kept().toString()).getResultStream().findFirst();
        removed.ifPresent(month -> {
            gate.discloseAggregate(null, List.of(new RemovedMonth(month.get("name", String.class),
                    month.get("end", Long.class))));
            LOG.infof("Removed %s, entries %d to before %d: all of it was kept for %s and nothing of it is held",
                    month.get("name"), month.get("first"), month.get("end"), config.kept());
        });
        return removed.isPresent();
    }

    /** The same for all instances, and a fault that shows before anything is removed. */
    void refuseShortRetention(@Observes StartupEvent start) {
        Period kept = config.kept();
        if (kept.toTotalMonths() < SHORTEST_MONTHS) {
            throw new IllegalStateException(
                    "alongside.log.retention.kept is " + kept + ": the access log is kept for a year at "
                            + "least. State years or months, such as P6Y.");
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
