package org.alongside.audit.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Sizes far beyond the log of the tests, so that theirs are not in the way; removed again because they would be the newest. */
@QuarkusTest
class CheckpointRetentionTest {

    private static final long FAR = 1_000_000_000;

    @Inject
    CheckpointRetention retention;

    private final Database database = new Database("audit");

    @AfterEach
    void remove() throws SQLException {
        database.run("alter table log_cosignature disable trigger append_only");
        database.run("delete from log_cosignature where size >= ?", FAR);
        database.run("alter table log_cosignature enable trigger append_only");
        database.run("delete from log_checkpoint where size >= ?", FAR);
    }

    @Test
    void ofOldCheckpointsTheLastOfEachHourStaysAndWhatWasCosigned() throws SQLException {
        checkpoint(0, "3 days", "00:10");
        checkpoint(1, "3 days", "00:20");
        checkpoint(2, "3 days", "00:30");
        checkpoint(3, "3 days", "00:59");
        checkpoint(4, "3 days", "01:00");
        checkpoint(5, "0 days", "00:00");
        checkpoint(6, "0 days", "00:00");
        database.run("insert into log_cosignature values (?, 'w', '', now())", FAR + 1);
        retention.thin();
        assertEquals(List.of("1", "3", "4", "5", "6"),
                database.strings("select size - ? from log_checkpoint where size >= ? order by size", FAR, FAR));
    }

    private void checkpoint(long size, String ago, String hour) throws SQLException {
        String since = ago.equals("0 days") ? "now()" : "date_trunc('day', now()) - interval '" + ago + "'";
        database.run("insert into log_checkpoint values (?, '', " + since + " + ?::interval)", FAR + size, hour);
    }
}
