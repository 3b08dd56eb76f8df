package org.alongside.kit.outbox;

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

/** Deletes published events once they are older than the replay window. Instances that meet delete different rows. */
@ApplicationScoped
class OutboxRetention {

    private static final int CHUNK = 5_000;
    private static final String DELETE = """
            delete from outbox where id in (
                select id from outbox where created_at < ? and published_at is not null
                 limit ? for update skip locked)""";

    private final AgroalDataSource database;
    private final OutboxConfig config;
    private final Clock clock;

    OutboxRetention(@DataSource("system") AgroalDataSource database, OutboxConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "outbox-retention")
    void run() throws SQLException {
        deleteOld();
    }

    /** @return rows deleted */
    int deleteOld() throws SQLException {
        Instant cutoff = clock.instant().minus(config.replayWindow());
        int deleted = 0;
        int chunk;
        do {
            chunk = deleteChunk(cutoff);
            deleted += chunk;
        } while (chunk == CHUNK);
        return deleted;
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
