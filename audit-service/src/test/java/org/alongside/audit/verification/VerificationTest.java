package org.alongside.audit.verification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.auditlog.verify.Finding;
import org.alongside.auditlog.verify.Finding.Kind;
import org.alongside.auditlog.verify.Report;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Reports as the verifier writes them, and where they show. */
@QuarkusTest
class VerificationTest {

    private static final String SOUND = "access-log-sound";

    private final Database database = new Database("audit");
    private final UUID auditorId = UUID.randomUUID();
    private final String auditor = Tokens.of(Tokens.OVERSIGHT, Role.AUDITOR).subject(auditorId).sign();
    private final String admin = Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN);

    private SignedNote note;
    private Checkpoint checkpoint;

    @BeforeEach
    void read() {
        note = checkpoint();
        checkpoint = Checkpoint.parse(note.text());
    }

    /** What was reported as touched does not stand over other tests. */
    @AfterEach
    void settle() {
        bring(auditor, sound(grown())).statusCode(201);
    }

    @Test
    void theNewestReportShowsWithWhoBroughtIt() {
        bring(auditor, sound()).statusCode(201).body("verdict", equalTo("sound"))
                .body("checkpointSize", equalTo((int) checkpoint.size()));

        status().body("verification.verdict", equalTo("sound"))
                .body("verification.size", equalTo((int) checkpoint.size()))
                .body("verification.reportedBy", equalTo(auditorId.toString()))
                .body("verification.byAuditor", equalTo(true))
                .body("verification.verifier", equalTo("audit-log"))
                .body("verification.finishedAt", equalTo("2026-01-02T03:04:05Z")).body("touched", equalTo(null));
        page("/console/log").body(allOf(containsString("2026-01-02 03:04:05"), containsString(auditorId.toString()),
                not(containsString("found the log touched"))));
    }

    @Test
    void aTouchedLogIsLoudUntilAnAuditorFindsItSound() {
        double before = counted();
        bring(admin, touched(checkpoint.size(), null)).statusCode(201);
        assertEquals(before + 1, counted());
        status().body("verification.verdict", equalTo("touched")).body("touched.findingKind", equalTo("entry"))
                .body("touched.findingEntry", equalTo(17)).body("touched.findings", equalTo(3))
                .body("touched.byAuditor", equalTo(false)).body("touched.checkpointSize", equalTo(null));
        for (String page : List.of("/console", "/console/log")) {
            page(page).body(allOf(containsString("role=\"alert\""), containsString("at entry 17"),
                    not(containsString("of the client"))));
        }
        well().statusCode(503).body("checks.find { it.name == '" + SOUND + "' }.data.firstEntry", equalTo("17"));
        given().get("/q/health/ready").then().statusCode(200);

        bring(admin, sound()).statusCode(201);
        status().body("verification.verdict", equalTo("sound")).body("touched.findingEntry", equalTo(17));
        well().statusCode(503);

        bring(auditor, sound()).statusCode(201);
        status().body("touched", equalTo(null));
        well().statusCode(200).body("checks.find { it.name == '" + SOUND + "' }.status", equalTo("UP"));
        page("/console").body(not(containsString("role=\"alert\"")));
    }

    @Test
    void aShorterLogThatIsSoundSettlesNothing() {
        bring(auditor, touched(checkpoint.size() + 1, null)).statusCode(201);
        bring(auditor, sound()).statusCode(201);
        status().body("touched.size", equalTo((int) checkpoint.size() + 1));

        bring(auditor, sound(grown())).statusCode(201);
        status().body("touched", equalTo(null));
    }

    @Test
    void soundnessIsTakenOfACheckpointOfThisLogOnly() {
        SignerKey stranger = SignerKey.generate(checkpoint.origin(), KeyType.ED25519);
        byte[] root = checkpoint.root().clone();
        root[0] ^= 1;
        Checkpoint forked = new Checkpoint(checkpoint.origin(), checkpoint.size(), root);
        refused("/checkpoint", report(checkpoint.origin(), checkpoint.size(), 0,
                forked.sign(List.of(stranger), Instant.now()).toString()));
        refused("/checkpoint", report(checkpoint.origin(), checkpoint.size() + 1, 0, note.toString()));
        refused("/checkpoint", report(checkpoint.origin(), checkpoint.size(), 0, null));
        refused("/checkpoint", report(checkpoint.origin(), checkpoint.size(), 0, "nothing of the kind"));
        refused("/origin", report("another.example/log", checkpoint.size(), 0, note.toString()));
        refused("/findingsTotal", sound().replace("\"sound\"", "\"touched\""));
        refused("/verifier", sound().replace("audit-log\"", "<b>\""));
        bring(auditor, touched(checkpoint.size(), forked.sign(List.of(stranger), Instant.now()).toString()))
                .statusCode(201).body("checkpointSize", equalTo(null));
        bring(auditor, touched(checkpoint.size(), note.toString())).statusCode(201).body("checkpointSize",
                equalTo((int) checkpoint.size()));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"AUDITOR", "SYSTEM_ADMIN"}, mode = EnumSource.Mode.EXCLUDE)
    void othersReportNothing(Role role) {
        bring(Tokens.token(Tokens.FAMILY_SERVICES, role), sound()).statusCode(403);
    }

    @Test
    void withoutATokenNothingIsTakenAndWhatWasTakenStays() {
        given().contentType("application/json").body(sound()).post("/v1/log/verifications").then().statusCode(401);
        bring(auditor, sound()).statusCode(201);
        assertThrows(SQLException.class, () -> database.run("delete from log_verification where reported_by = ?",
                auditorId.toString()));
    }

    private void refused(String field, String report) {
        bring(auditor, report).statusCode(400).body("violations[0].field", equalTo(field));
    }

    private String sound() {
        return sound(note);
    }

    private static String sound(SignedNote at) {
        Checkpoint of = Checkpoint.parse(at.text());
        return report(of.origin(), of.size(), 0, at.toString());
    }

    private String touched(long size, String at) {
        return report(checkpoint.origin(), size, 3, at);
    }

    private static String report(String origin, long size, long findings, String checkpoint) {
        List<Finding> found = findings == 0
                ? List.of()
                : List.of(new Finding(Kind.ENTRY, 17L, "Entry 17 of the client was changed"));
        return new Report(origin, size, 0, size, new byte[32], 1, List.of(), found, findings, checkpoint,
                Instant.parse("2026-01-02T03:04:05Z"), Duration.ofSeconds(1)).json();
    }

    /** Reading an entry of the log makes it grow. */
    private SignedNote grown() {
        given().auth().oauth2(auditor).contentType("application/json").body("{}").post("/v1/access-events/search")
                .then()
                .statusCode(200);
        Eventually.until(() -> Checkpoint.parse(checkpoint().text()).size() > checkpoint.size());
        return checkpoint();
    }

    private ValidatableResponse status() {
        return given().auth().oauth2(auditor).get("/v1/log-status").then().statusCode(200);
    }

    private ValidatableResponse page(String page) {
        return given().auth().oauth2(auditor).get(page).then().statusCode(200);
    }

    private static ValidatableResponse well() {
        return given().get("/q/health/well").then();
    }

    private static double counted() {
        return given().get("/q/metrics").asString().lines()
                .filter(line -> line.startsWith("access_log_verifications_total") && line.contains("touched"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private static ValidatableResponse bring(String token, String report) {
        return given().auth().oauth2(token).contentType("application/json").body(report).post("/v1/log/verifications")
                .then();
    }

    private static SignedNote checkpoint() {
        Eventually.until(() -> given().get("/v1/log/checkpoint").statusCode() == 200);
        return SignedNote.parse(given().get("/v1/log/checkpoint").asString().getBytes(UTF_8));
    }
}
