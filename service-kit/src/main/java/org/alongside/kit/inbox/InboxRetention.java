package org.alongside.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;

/** Deletes the ids of events received long ago; versions keep recognising doubles of them. */
@ApplicationScoped
class InboxRetention {

    private static final int CHUNK = 10_000;
    private static final String DELETE = """
            delete from inbox where event_id in (
                select event_id from inbox where received_at < ? limit ? for update skip locked)""";

    private final AgroalDataSource database;
    private final InboxConfig config;
    private final Clock clock;

    InboxRetention(@DataSource("system") AgroalDataSource database, InboxConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "7m", identity = "inbox-retention")
    void deleteOld() throws SQLException {
        Instant cutoff = clock.instant().minus(config.retention());
        int deleted;
        do {
            deleted = deleteChunk(cutoff);
        } while (deleted == CHUNK);
    }

    /** Small, so that no lock is held for long. */
    private int deleteChunk(Instant cutoff) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, OffsetDateTime.ofInstant(cutoff, ZoneOffset.UTC));
            delete.setInt(2, CHUNK);
            return delete.executeUpdate();
        }
    }
}
