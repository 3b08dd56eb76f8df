package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** The glass is broken at one service with a login of the real Keycloak, opens the others, and is heard at the home agency. */
class EmergencyIT {

    private static final String INTAKE_WORKER = "intake-worker.family-services";
    private static final String CASE_WORKER = "case-worker.family-services";
    private static final String OFFICER = "privacy-officer.family-services";
    private static final String WORKER = "receiving-worker.housing";
    private static final String COLLEAGUE = "case-worker.housing";
    /** An alert waits for 20 s for what would explain the access. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Suite suite = SystemStack.suite();

    @Test
    void anEmergencyOpensTheRecordEverywhereToOneWorkerUntilItEnds() throws InterruptedException {
        String client = expect(201, Call.post(INTAKE_WORKER, "intake", "/v1/clients", """
                {"identity": {"familyName": "Night"}, "contact": {"areaPostalCode": "00105"}}""")).text("/clientId");
        expect(201, Call.post(INTAKE_WORKER, "intake", "/v1/clients/" + client + "/intakes", null));
        Reply cases = suite.await(Call.get(CASE_WORKER, "planning", "/v1/cases?client=" + client),
                reply -> reply.status() == 200 && reply.body().path("items").size() == 1, PATIENCE);
        String plan = "/v1/cases/" + cases.text("/items/0/caseId") + "/plan";
        Call open = Call.post(WORKER, "intake", "/v1/emergency-accesses", """
                {"client": "%s", "reasonCode": "shelter-tonight", "reason": "Stands at the door and cannot go home"}"""
                .formatted(client));
        Reply tooOld = suite.send(open);
        assertEquals("401 urn:alongside:problem:fresh-login-required", tooOld.status() + " " + tooOld.text("/type"));
        assertEquals(404, suite.send(read(WORKER, "intake", "/v1/clients/" + client)).status());

        suite.logInAnew(WORKER);
        String emergency = expect(201, open).text("/emergencyAccessId");
        expect(200, read(WORKER, "intake", "/v1/clients/" + client));
        suite.await(read(WORKER, "planning", plan), reply -> reply.status() == 200, PATIENCE);
        for (String service : new String[]{"intake /v1/clients/" + client, "planning " + plan}) {
            String[] call = service.split(" ");
            assertEquals(404, suite.send(Call.get(WORKER, call[0], call[1])).status(),
                    "for another purpose: " + service);
            assertEquals(404, suite.send(read(COLLEAGUE, call[0], call[1])).status(), "by a colleague: " + service);
        }

        expect(200, Call.post(WORKER, "intake", "/v1/emergency-accesses/" + emergency + "/end", null));
        assertEquals(404, suite.send(read(WORKER, "intake", "/v1/clients/" + client)).status());
        assertTrue(SystemStack.within(1, () -> suite.send(read(WORKER, "planning", plan)).status() == 404),
                "The plan is still open a second after the emergency was ended");

        Reply alerts = suite.await(Call.post(OFFICER, "audit", "/v1/alerts/search",
                "{\"client\": \"%s\", \"rule\": \"emergency-access\"}".formatted(client)),
                reply -> reply.status() == 200 && !reply.body().path("items").isEmpty(), PATIENCE);
        assertEquals("open", alerts.text("/items/0/status"));
    }

    private static Call read(String account, String service, String path) {
        return Call.get(account, service, path).statingPurpose("ETREAT");
    }

    private Reply expect(int status, Call call) {
        Reply reply = suite.send(call);
        assertEquals(status, reply.status(), call.path() + " answered " + reply.body());
        return reply;
    }
}
