package org.alongside.audit.month;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.testing.Database;
import org.alongside.local.ServiceDatabase;
import org.alongside.local.TestStack;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that has entries already gets months, and its entries stay as they are. */
class MonthsMigrationTest {

    private static final String NAME = "audit_months";
    private static final Path MIGRATIONS = Path.of(System.getProperty("alongside.root"),
            "audit-service/src/main/resources/db/migration");
    private static final String LATER = ".*_(4[1-9]|[5-9]\\d)__.*";
    private static final String INSERT = """
            insert into log_entry (entry_index, sequence, at, sealed_at, epoch, event_id, access_id, source, operation, action, kind,
                                   actor, parts, purpose, outcome, entry, leaf_hash)
            select i, i + 1, now(), cast(? as timestamptz), 1, gen_random_uuid(), gen_random_uuid(), '/alongside/intake',
                   'client.read', 'R', 'worker', 'a', '{}', 'TREAT', 'allowed', '\\x00', decode(repeat('00', 32), 'hex')
              from generate_series(?, ?) as i""";

    @TempDir
    private Path earlier;

    private final Database database = new Database(NAME);
    private ServiceDatabase made;

    @BeforeEach
    void logOfBefore() throws IOException {
        TestStack.postgres().dropDatabase(NAME);
        made = TestStack.postgres().createDatabase(NAME);
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(each -> !each.getFileName().toString().matches(LATER)).toList()) {
                Files.copy(file, earlier.resolve(file.getFileName()));
            }
        }
        migrate(earlier);
    }

    @Test
    void allThatWasThereIsOneMonth() throws SQLException {
        database.run(INSERT, "2026-03-01T00:00:00Z", 0, 9);
        database.run("update log_head set size = 10");
        List<String> before = database.strings("select log_entry::text from log_entry order by entry_index");
        migrate(MIGRATIONS);

        assertEquals(before, database.strings("select log_entry::text from log_entry order by entry_index"));
        assertEquals(List.of("2026-03-01 00:00:00"),
                database.strings("select latest at time zone 'UTC' from log_head"));
        database.run(INSERT, Instant.now().toString(), 10, 10);
        assertEquals(List.of("11"), database.strings("select count(*) from log_entry_before"),
                "until the month is over");
        assertEquals(List.of("log_entry_before"),
                database.strings("select partition from log_month where begins = '-infinity'"));
        assertEquals(List.of("1"), database.strings("select count(*) from log_month where begins > now()"));
        assertEveryMonthIsClosedAndAppendOnly();
        assertEquals(0, database.countAs("audit_months_app", UUID.randomUUID(), "select count(*) from log_entry"));
        assertEquals(List.of(), database.strings(
                """
                select relname from pg_class where relkind in ('r', 'p') and relrowsecurity and not relforcerowsecurity"""));
    }

    /** Row-level security and triggers of a statement belong to each table by itself. */
    private void assertEveryMonthIsClosedAndAppendOnly() {
        assertEquals(List.of("audit_months_owner keeper job() = 'retention append_only closed"), database.strings("""
                select distinct concat_ws(' ', (select string_agg(pg_get_userbyid(r) || ' ' || polname || ' '
                                       || substring(pg_get_expr(polqual, polrelid) from 'job.*retention'), ',')
                                  from pg_policy, unnest(polroles) as r where polrelid = m.oid),
                              (select string_agg(tgname, ',') from pg_trigger where tgrelid = m.oid and tgenabled = 'O'),
                              case when m.relrowsecurity and m.relforcerowsecurity
                                    and not has_table_privilege('audit_months_app', m.oid, 'select')
                                    and not has_table_privilege('audit_months_system', m.oid, 'select, insert') then 'closed' end)
                  from pg_class m join pg_inherits i on i.inhrelid = m.oid
                 where i.inhparent = 'log_entry'::regclass"""));
        assertEquals(List.of("2"), database.strings(
                "select count(*) from pg_inherits where inhparent = 'log_entry'::regclass"));
        List<String> parent = database
                .strings("select policyname from pg_policies where tablename = 'log_entry' order by 1");
        assertEquals(
                List.of("accounts", "accounts_of_merged", "appender_adds", "appender_reads", "keeper", "readers",
                        "receipts", "rules_read"),
                parent);
    }

    @Test
    void aLogWithoutEntriesBeginsWithThePresentMonth() {
        migrate(MIGRATIONS);
        assertEquals(List.of("2"), database.strings("select count(*) from log_month"));
        assertEquals(List.of("1"),
                database.strings("select count(*) from log_month where begins <= now() and ends > now()"));
        assertEquals(List.of(),
                database.strings("select tablename from pg_tables where tablename = 'log_entry_before'"));
    }

    private void migrate(Path migrations) {
        Flyway.configure().dataSource(made.url(), made.owner().user(), made.owner().password())
                .locations("classpath:db/kit", "filesystem:" + migrations).outOfOrder(true)
                .placeholders(Map.of("app", made.app().user(), "system", made.system().user())).load().migrate();
    }
}
