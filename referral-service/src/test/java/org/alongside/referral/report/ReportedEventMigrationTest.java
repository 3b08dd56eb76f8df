package org.alongside.referral.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** Reports know of the referrals that were there before them, what their rows tell. */
class ReportedEventMigrationTest {

    private static final String NAME = "referral_reported";
    private static final Path MIGRATIONS = Path.of(System.getProperty("alongside.root"),
            "referral-service/src/main/resources/db/migration");
    private static final String REPORTS = "V2026_11_22_6";

    @TempDir
    private Path earlier;

    private final Database database = new Database(NAME);
    private final UUID service = UUID.randomUUID();
    private final UUID requested = UUID.randomUUID();
    private final UUID completed = UUID.randomUUID();
    private final UUID declined = UUID.randomUUID();
    private final UUID bornSent = UUID.randomUUID();

    @BeforeEach
    void referralsOfBefore() throws IOException, SQLException {
        ServiceDatabase made = TestStack.postgres().createDatabase(NAME);
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(each -> !each.getFileName().toString().startsWith(REPORTS)).toList()) {
                Files.copy(file, earlier.resolve(file.getFileName()));
            }
        }
        migrate(made, earlier);
        UUID organization = UUID.randomUUID();
        database.run("insert into organization (id, name, description) values (?, 'Aid', 'Aid')", organization);
        database.run("insert into service (id, organization_id, name, status) values (?, ?, 'Advice', 'active')",
                service, organization);
        referral(UUID.randomUUID(), "draft", "null, null, null, null, null, null", 0);
        referral(requested, "requested", "'2026-11-02T00:00Z', '2026-11-03T00:00Z', null, null, null, null", 1);
        referral(completed, "completed", "'2026-11-02T00:00Z', '2026-11-03T00:00Z', '2026-11-04T00:00Z',"
                + " '2026-11-05T00:00Z', null, 'partly'", 5);
        referral(declined, "declined", "'2026-11-02T00:00Z', '2026-11-03T00:00Z', null, '2026-11-05T00:00Z',"
                + " 'no-funds', null", 2);
        referral(bornSent, "accepted",
                "'2026-11-02T00:00Z', '2026-11-03T00:00Z', '2026-11-04T00:00Z', null, null, null",
                1);
        migrate(made, MIGRATIONS);
    }

    @Test
    void whatTheyTellIsReported() {
        assertEquals(List.of("0 2 requested requested 2026-11-03"), reported(requested));
        assertEquals(List.of("0 2 requested requested", "1 4 moved accepted", "5 5 moved completed partly"),
                reported(completed));
        assertEquals(List.of("0 2 requested requested", "2 5 moved declined no-funds"), reported(declined));
        assertEquals(List.of("0 2 requested requested", "1 4 moved accepted"), reported(bornSent),
                "its next change is version 2");
        assertEquals(List.of("8"), database.strings("select count(*) from reported_event"));
        assertEquals(List.of("true"), database.strings(
                "select bool_and(relforcerowsecurity)::text from pg_class where relname in ('referral', 'reported_event')"));
    }

    private List<String> reported(UUID referral) {
        return database.strings("""
                select concat_ws(' ', version, extract(day from at at time zone 'UTC'), verb, status, reason,
                                 provider_result, (respond_by at time zone 'UTC')::date)
                  from reported_event where referral_id = ? order by version""", referral);
    }

    /** @param told requested, due, accepted and ended at; reason; provider's result */
    private void referral(UUID id, String status, String told, int version) throws SQLException {
        database.run("""
                insert into referral (id, client_id, home_agency, sender, recipient, service_id, category, urgency, parts,
                                      message, route, status, created_by, created_at, version, requested_at, respond_by,
                                      accepted_at, ended_at, reason, provider_result)
                values (?, gen_random_uuid(), ?, ?, ?, ?, 'legal-aid', 'soon', '{referral}', '\\x00', '{}', ?, 'worker',
                        '2026-11-01T00:00Z', ?, %s)"""
                .formatted(told), id, Tokens.FAMILY_SERVICES, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, service, status,
                version);
    }

    private static void migrate(ServiceDatabase database, Path migrations) {
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password())
                .locations("classpath:db/kit", "filesystem:" + migrations).outOfOrder(true)
                .placeholders(Map.of("app", database.app().user(), "system", database.system().user())).load()
                .migrate();
    }
}
