package org.alongside.audit.log;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;

import org.alongside.audit.Source;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.local.LocalPostgres;
import org.alongside.local.TestStack;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Whatever happens to the database, events wait for it in their order and none is lost, doubled or set aside. */
@QuarkusTest
class AccessLogFaultTest {

    /** Longer than the log tries before it sets an event aside for good. */
    private static final long OUTAGE_MILLIS = 3_000;

    private final Database database = new Database("audit");
    private final Source source = new Source();

    private interface Fault {
        void run() throws SQLException;
    }

    @Test
    void aDatabaseThatIsKilled() throws Exception {
        LocalPostgres postgres = TestStack.postgres();
        during(postgres::kill, postgres::start);
        String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
        for (int i = 0; i < 40; i++) {
            given().auth().oauth2(auditor).get("/v1/log-status").then().statusCode(200);
        }
    }

    @Test
    void aDatabaseThatTakesNoWrites() throws Exception {
        during(() -> writable(false), () -> writable(true));
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        during(() -> {
            database.run("""
                    create function disk_full() returns trigger language plpgsql as $$
                    begin
                        raise exception 'could not extend file' using errcode = '53100';
                    end $$""");
            database.run("create trigger disk_full before insert on log_entry execute function disk_full()");
        }, () -> database.run("drop function disk_full() cascade"));
    }

    @Test
    void aTileThatWasTouchedUntilItIsRepaired() throws Exception {
        source.send(1);
        source.logged(1);
        during(() -> database.run(flipped()), () -> database.run(flipped()));
    }

    private static String flipped() {
        return """
                update log_tile set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1)
                 where (level, tile_index) = (select level, tile_index from log_tile where width < 256 order by level desc limit 1)""";
    }

    private void during(Fault fault, Fault end) throws Exception {
        source.send(LongStream.rangeClosed(1, 50).toArray());
        source.logged(50);
        fault.run();
        try {
            source.send(LongStream.rangeClosed(51, 100).toArray());
            Thread.sleep(OUTAGE_MILLIS);
        } finally {
            end.run();
        }
        assertEquals(LongStream.rangeClosed(1, 100).mapToObj(Long::toString).toList(), source.logged(100));
        assertEquals(List.of(), database.strings("select id from dead_letter where key = ?", source.service()));
        LogAppenderTest.assertSealed(database);
    }

    /** From another database: the setting would bind the one who takes it back. */
    private static void writable(boolean writable) throws SQLException {
        try (Connection connection = TestStack.postgres().superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "alter database audit set default_transaction_read_only = " + (writable ? "off" : "on"));
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where datname = 'audit' and usename in ('audit_system', 'audit_app')""");
        }
    }
}
