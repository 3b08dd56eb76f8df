package org.alongside.referral;

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

/** A database that has referrals in it already comes to the newest version, by its owner, whom row-level security binds. */
class MigrationTest {

    private static final String NAME = "referral_migration";
    private static final Path MIGRATIONS = Path.of(System.getProperty("alongside.root"),
            "referral-service/src/main/resources/db/migration");
    /** The first migration that found referrals to bring along: these, and all behind it, come after. */
    private static final String LATER = "V2026_11_22_40";

    private static final UUID SERVICE = UUID.randomUUID();
    private static final String WORKER = UUID.randomUUID().toString();

    @TempDir
    private Path earlier;

    private final Database database = new Database(NAME);
    private final UUID draft = UUID.randomUUID();
    private final UUID requested = UUID.randomUUID();
    private final UUID scheduled = UUID.randomUUID();
    private final UUID ended = UUID.randomUUID();

    @BeforeEach
    void referralsOfBefore() throws IOException, SQLException {
        TestStack.postgres().dropDatabase(NAME);
        ServiceDatabase made = TestStack.postgres().createDatabase(NAME);
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(each -> each.getFileName().toString().compareTo(LATER) < 0).toList()) {
                Files.copy(file, earlier.resolve(file.getFileName()));
            }
        }
        migrate(made, earlier);
        UUID organization = UUID.randomUUID();
        database.run("insert into organization (id, name, description) values (?, 'Aid', 'Aid')", organization);
        database.run("insert into service (id, organization_id, name, status) values (?, ?, 'Advice', 'active')",
                SERVICE, organization);
        referral(draft, "draft", 0, "null", "null", "null");
        referral(requested, "requested", 1, "'2026-11-02T00:00Z'", "null", "null");
        referral(scheduled, "scheduled", 3, "'2026-11-02T00:00Z'", "'2026-11-04T00:00Z'", "null");
        referral(ended, "cancelled", 2, "'2026-11-02T00:00Z'", "null", "'consent-ended'");
        migrate(made, MIGRATIONS);
    }

    @Test
    void whatHasToBeKnownOfEachIs() {
        assertEquals(List.of(), database.strings("select id::text from referral where sender_worker <> created_by"
                + " or route <> array[sender, recipient]"));
        assertEquals(List.of(scheduled + " UTC"), database.strings(
                "select concat_ws(' ', id, time_zone) from referral where time_zone is not null"));
        assertEquals(List.of(ended.toString()),
                database.strings("select id::text from referral where closed_at is not null"));
    }

    @Test
    void theHistorySaysWhoDraftedAndInWhichStateItFoundEach() {
        assertEquals(List.of("0 2026-11-01 draft draft worker " + WORKER), history(draft));
        assertEquals(List.of("0 2026-11-01 draft draft worker " + WORKER,
                "3 2026-11-04 carried-over draft scheduled system system:referral/migration"), history(scheduled));
        assertEquals(List.of("0 2026-11-01 draft draft worker " + WORKER,
                "2 2026-11-05 carried-over draft cancelled consent-ended system system:referral/migration"),
                history(ended));
        assertEquals(2, history(requested).size());
    }

    @Test
    void theOwnerIsBoundByRowLevelSecurityAgain() {
        assertEquals(List.of(), database.strings("""
                select relname from pg_class where relkind = 'r' and relrowsecurity and not relforcerowsecurity"""));
    }

    private List<String> history(UUID referral) {
        return database.strings("""
                select concat_ws(' ', version, (at at time zone 'UTC')::date, action, from_status, to_status, reason,
                                 actor_kind, actor)
                  from referral_history where referral_id = ? order by version""", referral);
    }

    private void referral(UUID id, String status, int version, String requestedAt, String acceptedAt, String reason)
            throws SQLException {
        database.run("""
                insert into referral (id, client_id, home_agency, sender, recipient, service_id, category, urgency, parts,
                                      message, status, created_by, created_at, requested_at, accepted_at, scheduled_at,
                                      reason, ended_at, version)
                values (?, gen_random_uuid(), ?, ?, ?, ?, 'legal-aid', 'soon', '{referral}', '\\x00', ?, ?,
                        '2026-11-01T00:00Z', %s, %s, case when ? = 'scheduled' then '2026-12-24T00:00Z'::timestamptz end,
                        %s, case when ? = 'cancelled' then '2026-11-05T00:00Z'::timestamptz end, ?)"""
                .formatted(requestedAt, acceptedAt, reason), id, Tokens.FAMILY_SERVICES, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, SERVICE, status, WORKER, status, status, version);
    }

    private static void migrate(ServiceDatabase database, Path migrations) {
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password())
                .locations("classpath:db/kit", "filesystem:" + migrations).outOfOrder(true)
                .placeholders(Map.of("app", database.app().user(), "system", database.system().user())).load()
                .migrate();
    }
}
