package org.alongside.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

import org.alongside.local.StackException;
import org.postgresql.PGConnection;

/** Puts made-up clients into the tables of intake-service, by COPY, as many rows as the service would write but for its events. */
final class ClientWriter {

    private static final int AT_ONCE = 5_000;
    private static final int DUPLICATE_KEYS = 4;
    private static final UUID LEGAL_AID = UUID.fromString("0a000000-0000-4000-8000-000000000002");
    private static final HexFormat HEX = HexFormat.of();

    private static final String CLIENT = "client (id, home_agency, identity, contact, registered_at, changed_at, version)";
    private static final String KEY = "client_key (client_id, kek_id, wrapped, created_at)";
    private static final String VERSION = "client_version (id, client_id, home_agency, version, at, action, changed, actor,"
            + " actor_kind, agency, identity, contact)";
    private static final String TOKEN = "client_token (client_id, home_agency, kind, token)";
    private static final String DUPLICATE = "duplicate_key (client_id, home_agency, token)";
    private static final String INDEXED = "duplicate_indexed (client_id, edition)";
    private static final String GRANT = "access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id,"
            + " consent_id, valid_from, valid_until, version)";

    private final Connection intake;
    private final ClientSealing sealing;
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();
    private final String now = Instant.now().toString();
    private final String nextMonth = Instant.now().plus(Duration.ofDays(30)).toString();

    ClientWriter(Connection intake, ClientSealing sealing) {
        this.intake = intake;
        this.sealing = sealing;
    }

    /** Adds the clients of numbers {@code first} to {@code last}. */
    void write(int first, int last) throws SQLException {
        try (Statement statement = intake.createStatement()) {
            // without looking up each client for each row that names it
            statement.execute("set session_replication_role = replica");
            // a job of the service that saw a client without its keys would begin to make them
            intake.setAutoCommit(false);
            for (int n = first; n <= last; n++) {
                add(Person.number(n));
                if (n % AT_ONCE == 0 || n == last) {
                    copy();
                    intake.commit();
                }
            }
        }
    }

    private void add(Person person) {
        try {
            byte[] key = sealing.newKey();
            String identity = bytes(sealing.seal(person.id(), key, "client.identity", """
                    {"familyName":"%s","givenNames":"%s","dateOfBirth":{"value":"%s","precision":"exact"}}"""
                    .formatted(person.familyName(), person.givenName(), person.born())));
            String contact = bytes(sealing.seal(person.id(), key, "client.contact",
                    """
                    {"languages":["es","en"],"areaPostalCode":"00105","points":[{"kind":"phone","value":"%s","safeToText":true}]}"""
                            .formatted(person.phone())));
            row(CLIENT, person.id(), person.agency(), identity, contact, now, now, 0);
            row(KEY, person.id(), sealing.keyEncryptionId(), bytes(sealing.wrap(person.id(), key)), now);
            row(VERSION, UUID.randomUUID(), person.id(), person.agency(), 0, now, "registered",
                    "{/contact/points,/identity/familyName}", "benchmark", "worker", person.agency(), identity,
                    contact);
            token(person, "family-name", person.familyName());
            token(person, "given-names", person.givenName());
            token(person, "date-of-birth", person.born().toString());
            token(person, "contact-point", person.phone());
            for (int i = 0; i < DUPLICATE_KEYS; i++) {
                row(DUPLICATE, person.id(), person.agency(),
                        bytes(sealing.token(person.agency(), "made up", person.n() + " " + i)));
            }
            row(INDEXED, person.id(), 1);
            if (person.isGranted()) {
                row(GRANT, UUID.randomUUID(), person.id(), person.agency(), LEGAL_AID, "{identity,contact}",
                        "{TREAT,COC}", "consent", UUID.randomUUID(), UUID.randomUUID(), now, nextMonth, 0);
            }
        } catch (GeneralSecurityException failure) {
            throw new StackException("A made-up client could not be sealed", failure);
        }
    }

    private void token(Person person, String kind, String value) throws GeneralSecurityException {
        row(TOKEN, person.id(), person.agency(), kind, bytes(sealing.token(person.agency(), kind, value)));
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HEX.formatHex(value);
    }

    private void row(String table, Object... values) {
        StringJoiner row = new StringJoiner("\t", "", "\n");
        for (Object value : values) {
            row.add(value.toString());
        }
        rows.computeIfAbsent(table, any -> new StringBuilder()).append(row);
    }

    private void copy() throws SQLException {
        for (Map.Entry<String, StringBuilder> each : rows.entrySet()) {
            try {
                intake.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + each.getKey() + " from stdin",
                        new StringReader(each.getValue().toString()));
            } catch (IOException failure) {
                throw new StackException("COPY failed", failure);
            }
        }
        rows.clear();
    }
}
