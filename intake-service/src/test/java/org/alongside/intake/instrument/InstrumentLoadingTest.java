package org.alongside.intake.instrument;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.inject.Inject;

import org.alongside.kit.digest.Sha256;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** An assessment rests on bytes, and these bytes stay. */
@QuarkusTest
class InstrumentLoadingTest {

    private static final String FORM = """
            {"resourceType": "Questionnaire", "id": "%s", "url": "urn:test:form", "version": "1", "title": "%s",
             "item": [{"linkId": "words", "type": "text"}]}""";

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private final String name = "form-" + mark;
    private final Instrument before = form("Before");
    private final Instrument after = form("After");

    @Inject
    InstrumentLoading loading;

    @Test
    void aShippedFileIsStoredAndGivenOutToTheLetter() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/main/resources/instruments/core-needs.json"));
        assertArrayEquals(file, as(INTAKE_WORKER).get("/v1/instruments/core-needs/1.1.0").asByteArray());
        assertEquals(List.of(Sha256.hex(file)), database.strings(
                "select sha256 from instrument where name = 'core-needs' and version = '1.1.0' and imported_by is null"));
    }

    @Test
    void aVersionThatNobodyUsedIsReplacedByItsFile() {
        loading.load(List.of(before));
        loading.load(List.of(before));
        assertEquals(List.of(before.sha256()), stored());
        loading.load(List.of(after));
        assertEquals(List.of(after.sha256()), stored());
    }

    @Test
    void aChangedFileOfAUsedVersionIsRefusedWithWhatToDo() {
        loading.load(List.of(before));
        String assessment = assessed();
        assertEquals(List.of(before.sha256()),
                database.strings("select instrument_sha256 from assessment where id = ?::uuid", assessment));
        loading.load(List.of(before));
        String message = assertThrows(InvalidInstrument.class, () -> loading.load(List.of(after))).getMessage();
        assertTrue(message.startsWith("Instrument " + name + ": assessments rest on version 1 with the SHA-256 "
                + before.sha256()), message);
        assertTrue(message.contains(after.sha256()), message);
        assertTrue(message.contains("Put the file back as it was"), message);
        assertEquals(List.of(before.sha256()), stored());
    }

    @Test
    void whatIsTakenFromTheFilesStaysReadableForTheAssessmentsThatRestOnIt() {
        loading.load(List.of(before));
        String assessment = assessed();
        loading.load(List.of());
        as(INTAKE_WORKER).header("If-Match", "\"0\"").body("{\"priorities\": [], \"clientViews\": []}")
                .post("/v1/assessments/{id}/complete", assessment).then().statusCode(200);
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrRemoveAnInstrument() throws SQLException {
        loading.load(List.of(before));
        refused("update instrument set title = 'x' where sha256 = ?");
        refused("update instrument set source = '', sha256 = encode(sha256(''), 'hex') where sha256 = ?");
        assessed();
        refused("update instrument set first_used_at = null where sha256 = ?");
        refused("delete from instrument where sha256 = ?");
        assertEquals(List.of(before.sha256()), stored());
    }

    @Test
    void theFirstUseIsWhenTheFirstAssessmentBegan() {
        loading.load(List.of(before));
        String used = "select first_used_at::text from instrument where sha256 = ? and first_used_at is not null";
        assertEquals(List.of(), database.strings(used, before.sha256()));
        assessed();
        List<String> first = database.strings(used, before.sha256());
        assertEquals(1, first.size());
        assessed();
        assertEquals(first, database.strings(used, before.sha256()));
    }

    @Test
    void anAssessmentOlderThanTheTableIsTiedToItsVersionAtTheStart() throws SQLException {
        loading.load(List.of(before));
        String assessment = assessed();
        asBeforeTheTable("update assessment set instrument_sha256 = null, instrument_version = '0' where id = ?::uuid",
                assessment);
        String message = assertThrows(InvalidInstrument.class, () -> loading.load(List.of())).getMessage();
        assertTrue(message.contains("Assessments rest on " + name + " 0, which is not stored"), message);
        asBeforeTheTable("update assessment set instrument_version = '1' where id = ?::uuid", assessment);
        loading.load(List.of());
        assertEquals(List.of(before.sha256()),
                database.strings("select instrument_sha256 from assessment where id = ?::uuid", assessment));
    }

    private Instrument form(String title) {
        return InstrumentReader.read(FORM.formatted(name, title).getBytes(StandardCharsets.UTF_8), new NeedCategories())
                .require(name);
    }

    private List<String> stored() {
        return database.strings("select sha256 from instrument where name = ?", name);
    }

    private String assessed() {
        return as(INTAKE_WORKER).body("""
                {"instrument": "%s", "version": "1", "answeredBy": "client",
                 "answers": [{"linkId": "words", "values": ["Said"]}]}""".formatted(name))
                .post("/v1/clients/{id}/assessments", registered(mark)).then().statusCode(201).extract()
                .path("assessmentId");
    }

    private void refused(String sql) throws SQLException {
        try (Connection superuser = database.superuser(); PreparedStatement change = superuser.prepareStatement(sql)) {
            change.setString(1, before.sha256());
            SQLException refusal = assertThrows(SQLException.class, change::execute, sql);
            assertEquals("23001", refusal.getSQLState(), sql);
        }
    }

    private void asBeforeTheTable(String sql, String assessment) throws SQLException {
        try (Connection superuser = database.superuser(); Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("alter table assessment drop constraint rests_on_a_stored_instrument");
            try (PreparedStatement change = superuser.prepareStatement(sql)) {
                change.setString(1, assessment);
                change.execute();
            }
            statement.execute("alter table assessment add constraint rests_on_a_stored_instrument"
                    + " check (instrument_sha256 is not null) not valid");
            superuser.commit();
        }
    }
}
