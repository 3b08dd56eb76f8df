package org.alongside.planning.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.local.ServiceDatabase;
import org.alongside.local.TestStack;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agreements that were in force before have their planned end and the reviews that are still to come. */
class ReviewMigrationTest {

    private static final String NAME = "planning_review";
    private static final Path MIGRATIONS = Path.of(System.getProperty("alongside.root"),
            "planning-service/src/main/resources/db/migration");
    private static final String LAST_BEFORE = "V2026_11_23_53";
    private static final LocalDate AHEAD = LocalDate.now(ZoneOffset.UTC).plusDays(40);

    @TempDir
    private Path earlier;

    private final Database database = new Database(NAME);
    private final UUID agreed = UUID.randomUUID();
    private final UUID declined = UUID.randomUUID();

    @BeforeEach
    void casesOfBefore() throws IOException, SQLException {
        ServiceDatabase made = TestStack.postgres().createDatabase(NAME);
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(each -> name(each).compareTo(LAST_BEFORE + "~") < 0).toList()) {
                Files.copy(file, earlier.resolve(file.getFileName()));
            }
        }
        migrate(made, earlier);
        agreement(agreed, "agreed");
        agreement(declined, "declined");
        migrate(made, MIGRATIONS);
    }

    @Test
    void whatWasAgreedIsLookedBackAtAndRunsOut() {
        assertEquals(List.of(AHEAD.plusDays(50).toString()),
                database.strings("select agreed_until::text from client_case where id = ?", agreed));
        assertEquals(List.of("0 1"),
                database.strings("select extensions || ' ' || weight from client_case where id = ?", agreed));
        assertEquals(List.of(AHEAD + " planned"), database.strings(
                "select due_on || ' ' || status from review where case_id = ?", agreed));
        assertEquals(List.of(), database.strings("select id::text from review where case_id = ?", declined));
        assertEquals(List.of(), database.strings(
                "select agreed_until::text from client_case where id = ? and agreed_until is not null", declined));
        assertEquals(List.of("true"), database.strings("select bool_and(relforcerowsecurity)::text from pg_class"
                + " where relname in ('client_case', 'agreement', 'review')"));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void agreement(UUID caseId, String status) throws SQLException {
        database.run("""
                insert into client_case (id, intake_id, client_id, home_agency, status, phase, primary_worker, opened_at, version)
                values (?, gen_random_uuid(), gen_random_uuid(), ?, 'open', 'acting', 'w', now(), 0)""", caseId,
                Tokens.FAMILY_SERVICES);
        database.run("""
                insert into agreement (id, case_id, client_id, home_agency, number, status, terms, starts_on, review_on,
                                       planned_end_on, version)
                select gen_random_uuid(), id, client_id, home_agency, 1, ?, '\\x00', '2026-01-01',
                       array['2026-02-01'::date, ?::date], ?::date, 2
                  from client_case where id = ?""", status, AHEAD.toString(), AHEAD.plusDays(50).toString(), caseId);
    }

    private static void migrate(ServiceDatabase database, Path migrations) {
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password())
                .locations("classpath:db/kit", "filesystem:" + migrations).outOfOrder(true)
                .placeholders(Map.of("app", database.app().user(), "system", database.system().user())).load()
                .migrate();
    }
}
