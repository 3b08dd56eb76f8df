package org.alongside.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.log.api.SealingState;
import org.alongside.audit.month.LogMonths;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.jboss.logging.Logger;

/** Tells at what time entries are sealed, or that they have to wait because a clock is wrong. */
@ApplicationScoped
class SealingClock {

    private static final Logger LOG = Logger.getLogger(SealingClock.class);
    private static final String DATABASE_TIME = "select clock_timestamp()";

    private final Clock clock;
    private final SealingConfig config;
    private final LogMetrics metrics;

    SealingClock(Clock clock, SealingConfig config, LogMetrics metrics) {
        this.clock = clock;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Time of sealing of the next entries; there is a month for it.
     *
     * @throws Problem {@code store-unavailable} when they have to wait
     */
    Instant next(Connection connection, LogHead head) throws SQLException {
        ClockReading reading = new ClockReading(head.latest(), clock.instant(), databaseTime(connection));
        metrics.sealedUntil(reading.last());
        SealingState state = reading.state(config.longestSilence());
        if (state.waits()) {
            LOG.errorf(
                    "The access log takes no entry (%s): the last one was sealed at %s, the clock here says %s, that of the database %s. "
                            + "See \"When a clock was wrong\" in the operator's guide",
                    state.code(), reading.last(),
                    reading.here(), reading.database());
            throw Problem.of(ProblemType.STORE_UNAVAILABLE);
        }
        LogMonths.require(connection, reading.sealingTime());
        return reading.sealingTime();
    }

    /** @param last time of sealing of the last entry */
    SealingState state(Instant last, Instant databaseTime) {
        return new ClockReading(last, clock.instant(), databaseTime).state(config.longestSilence());
    }

    private static Instant databaseTime(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(DATABASE_TIME); ResultSet row = read.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
