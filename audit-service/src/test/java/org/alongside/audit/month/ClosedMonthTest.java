package org.alongside.audit.month;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Months of 2017, in a transaction that is never committed. */
@QuarkusTest
class ClosedMonthTest {

    private static final String ENTRY = """
            insert into log_entry (entry_index, sequence, at, sealed_at, epoch, event_id, access_id, source, operation, action, kind,
                                   actor, parts, purpose, outcome, entry, leaf_hash)
            select 2000000000 + i, i, t, '2017-03-01Z', 1, gen_random_uuid(), gen_random_uuid(), '/alongside/intake', 'op', 'R',
                   'worker', 'of-2017', '{}', 'TREAT', 'allowed', '\\x00', decode(repeat('00', 32), 'hex')
              from unnest(array[timestamptz '2016-12-24Z', '2017-03-01Z', '2017-02-03Z']) with ordinality as late(t, i)""";
    private static final String SPANS = "select accesses, first_index, end_index from log_month where begins < '2018-01-01Z' order by begins";

    private Connection connection;
    private Statement statement;

    @BeforeEach
    void months() throws SQLException {
        connection = new Database("audit").superuser();
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        statement.execute("set local timezone = 'UTC'");
        statement.execute("select add_log_month('2017-03-01Z'), add_log_month('2017-04-01Z')");
        statement.execute(ENTRY);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void aMonthThatIsOverSaysWhatItHolds() throws SQLException {
        statement.execute("update log_head set latest = '2017-05-01Z'");
        close("retention");
        assertEquals(
                List.of("[\"2016-12-24 00:00:00+00\",\"2017-03-01 00:00:00+00\"] 2000000001 2000000004",
                        "empty null null"),
                spans());
    }

    @Test
    void aMonthThatMayGetEntriesSaysNothing() throws SQLException {
        statement.execute("update log_head set latest = '2017-04-30T23:59:59.999999Z'");
        close("retention");
        assertEquals("null null null", spans().get(1));
    }

    /** Otherwise whoever writes past the service hides entries from searches. */
    @Test
    void aMonthThatSaysLessThanItHoldsIsPutRight() throws SQLException {
        statement.execute("update log_head set latest = '2017-05-01Z'");
        close("retention");
        List<String> before = spans();
        assertEquals(List.of(), recheck());
        statement.execute(
                "update log_month set accesses = 'empty', end_index = 2000000002 where begins = '2017-03-01Z'");
        assertEquals(List.of("log_entry_2017_03"), recheck());
        assertEquals(before, spans());
    }

    @Test
    void aMonthMadeLaterTakesNoIndexOfOneThatIsOver() throws SQLException {
        statement.execute("update log_head set latest = '2017-05-01Z'");
        close("retention");
        statement.execute("select add_log_month('2017-05-01Z')");
        SQLException refused = assertThrows(SQLException.class,
                () -> statement.execute(ENTRY.replace("'2017-03-01Z', 1", "'2017-05-01Z', 1")));
        assertEquals("23514", refused.getSQLState(), refused.getMessage());
    }

    /** Row-level security hides the entries from other jobs: a month full of entries would seem empty, and no search would look into it. */
    @Test
    void noOtherJobCloses() {
        assertTrue(assertThrows(SQLException.class, () -> close("append")).getMessage().contains("retention"));
    }

    private void close(String job) throws SQLException {
        statement.execute("set local role audit_system");
        statement.execute("set local alongside.job = '" + job + "'");
        statement.execute("do $$ begin while bound_log_month() is not null loop end loop; end $$");
        statement.execute("reset role");
    }

    private List<String> recheck() throws SQLException {
        statement.execute("set local role audit_system");
        statement.execute("set local alongside.job = 'retention'");
        try (ResultSet rows = statement.executeQuery("select recheck_log_months()")) {
            List<String> wrong = new ArrayList<>();
            while (rows.next()) {
                wrong.add(rows.getString(1));
            }
            return wrong;
        } finally {
            statement.execute("reset role");
        }
    }

    private List<String> spans() throws SQLException {
        List<String> spans = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(SPANS)) {
            while (rows.next()) {
                spans.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return spans;
    }
}
