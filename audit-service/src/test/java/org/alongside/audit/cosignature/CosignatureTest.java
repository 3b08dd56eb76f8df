package org.alongside.audit.cosignature;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.alongside.audit.Eventually;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.auditlog.note.Trust;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class CosignatureTest {

    /** Its public half is in the configuration of the tests. */
    private static final SignerKey WITNESS = SignerKey
            .parse("PRIVATE+KEY+test.alongside/witness+a06f0a1c+BLo1O6uaop11B1D+R6JRK5Yzpo5r99GPLnBpUB9z4XYT");

    @Test
    void whatAWitnessSignedIsPublishedAndSatisfiesAQuorum() throws Exception {
        SignedNote note = checkpoint();
        bring(note.with(WITNESS.sign(note.textBytes(), Instant.now()))).statusCode(204);
        bring(note.with(WITNESS.sign(note.textBytes(), Instant.now()))).statusCode(204);

        SignedNote cosigned = parse(given().get("/v1/log/cosigned").then().statusCode(200).extract().asString());
        assertEquals(note.signatures().size() + 1, cosigned.signatures().size());
        assertTrue(trust().open(cosigned).sameAs(Checkpoint.parse(note.text())));
        given().auth().oauth2(Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR)).get("/v1/log-status").then().statusCode(200)
                .body("witnesses.find { it.witness == 'test.alongside/witness' }.size",
                        equalTo((int) Checkpoint.parse(note.text()).size()));
    }

    @Test
    void whatNoKnownWitnessSignedIsRefused() {
        SignedNote note = checkpoint();
        SignerKey stranger = SignerKey.generate("test.alongside/witness", KeyType.COSIGNATURE);
        bring(note).statusCode(400);
        bring(note.with(stranger.sign(note.textBytes(), Instant.now()))).statusCode(400);
        bring(note.with(WITNESS.sign("other\n".getBytes(UTF_8), Instant.now()))).statusCode(400);
    }

    @Test
    void anotherLogsCheckpointIsRefused() {
        Checkpoint ours = Checkpoint.parse(checkpoint().text());
        byte[] root = ours.root().clone();
        root[0] ^= 1;
        for (Checkpoint other : List.of(new Checkpoint(ours.origin(), ours.size(), root),
                new Checkpoint("other", ours.size(), ours.root()),
                new Checkpoint(ours.origin(), 1L << 40, ours.root()))) {
            bring(other.sign(List.of(WITNESS), Instant.now())).statusCode(400);
        }
        given().contentType("text/plain").body("nothing of the kind").post("/v1/log/cosigned").then().statusCode(400);
    }

    private static ValidatableResponse bring(SignedNote note) {
        return given().contentType("text/plain; charset=utf-8").body(note.bytes()).post("/v1/log/cosigned").then();
    }

    private static SignedNote checkpoint() {
        Eventually.until(() -> given().get("/v1/log/checkpoint").statusCode() == 200);
        return parse(given().get("/v1/log/checkpoint").asString());
    }

    private static SignedNote parse(String note) {
        return SignedNote.parse(note.getBytes(UTF_8));
    }

    private static Trust trust() throws IOException {
        return Trust.parse(given().get("/v1/log/trust").asString() + "witness " + WITNESS.verifier() + "\nquorum 1\n");
    }
}
