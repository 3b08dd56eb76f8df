package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Narrator;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** Recognisable values are planted as personal data; they must be readable nowhere but through the operations. */
class ConfidentialityIT {

    private static final String INTAKE_WORKER = "intake-worker.family-services";

    @Test
    void whatAPersonSaysIsReadableInNoDatabaseNoTopicAndNoLog() throws IOException {
        String mark = SystemStack.newMark();
        Suite suite = SystemStack.suite();
        ClosedLoop.Outcome outcome = new ClosedLoop(suite, Narrator.SILENT, mark).run();
        provokeErrors(suite, mark);
        Reply read = suite.send(Call.get(INTAKE_WORKER, "intake", "/v1/clients/" + outcome.client()));
        assertTrue(read.body().toString().contains(mark), "The mark was not planted, so this test would find nothing");

        Canaries.assertNowhere(mark);
    }

    @Test
    void theScanFindsWhatIsPlantedInTheOpen() throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "planted", ".log");
        Files.writeString(file, "xx planted-value yy");
        assertTrue(Canaries.contains(file, "planted-value"));
        assertFalse(Canaries.contains(file, "other-value"));
        Files.delete(file);
    }

    /** Bad input must not be repeated to the caller or into a log. */
    private static void provokeErrors(Suite suite, String mark) {
        for (String body : List.of("{\"identity\": {\"familyName\": \"" + mark, "{\"" + mark + "\": 1}",
                "{\"identity\": {\"familyName\": {\"a\": \"" + mark + "\"}}}",
                "{\"identity\": {\"familyName\": \"x\", \"dateOfBirth\": {\"value\": \"" + mark
                        + "\", \"precision\": \"exact\"}}}",
                "{\"identity\": {\"familyName\": \"" + mark + "\\u0000\"}}")) {
            Reply reply = suite.send(Call.post(INTAKE_WORKER, "intake", "/v1/clients", body));
            assertEquals(400, reply.status(), reply.body().toString());
            boolean fieldName = body.startsWith("{\"" + mark);
            assertTrue(fieldName || !reply.body().toString().contains(mark), reply.body().toString());
        }
    }
}
