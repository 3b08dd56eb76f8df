package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** A client is hidden from colleagues in every service, by the subjects of the real Keycloak's tokens. */
class RestrictedIT {

    private static final String INTAKE_WORKER = "intake-worker.family-services";
    private static final String CASE_WORKER = "case-worker.family-services";
    private static final String SUPERVISOR = "supervisor.family-services";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Suite suite = SystemStack.suite();

    @Test
    void aClientRestrictedInTheRegistrationIsSeenByNobodyElseAnywhere() throws InterruptedException {
        String client = registered("\"restricted\": true, ");
        String read = "/v1/clients/" + client;
        String path = caseOf(client, INTAKE_WORKER);
        expect(200, Call.get(INTAKE_WORKER, "planning", path));
        for (String account : new String[]{CASE_WORKER, SUPERVISOR}) {
            assertEquals(404, status(account, "intake", read));
            assertEquals(404, status(account, "planning", path));
        }
        Reply listed = expect(200, Call.get(SUPERVISOR, "intake", "/v1/clients/" + client + "/restriction"));
        assertEquals(1, listed.body().path("workers").size());
    }

    @Test
    void aRestrictionSetLaterIsKnownElsewhereWithinASecond() throws InterruptedException {
        String client = registered("");
        String path = caseOf(client, INTAKE_WORKER);
        expect(200, Call.get(CASE_WORKER, "planning", path));
        expect(201, Call.post(CASE_WORKER, "intake", "/v1/clients/" + client + "/restriction",
                "{\"reasonCode\": \"victim-services\", \"workers\": []}"));
        assertEquals(404, status(INTAKE_WORKER, "intake", "/v1/clients/" + client));
        assertTrue(SystemStack.within(1, () -> status(INTAKE_WORKER, "planning", path) == 404),
                "A colleague still sees the case a second after the client was restricted");
        expect(200, Call.get(CASE_WORKER, "planning", path));
    }

    private String registered(String more) {
        return expect(201, Call.post(INTAKE_WORKER, "intake", "/v1/clients",
                "{" + more + "\"identity\": {\"familyName\": \"Hidden\"}}")).text("/clientId");
    }

    /** Path of the case that opens with the client's intake. */
    private String caseOf(String client, String account) throws InterruptedException {
        expect(201, Call.post(account, "intake", "/v1/clients/" + client + "/intakes", null));
        return "/v1/cases/" + suite.await(Call.get(account, "planning", "/v1/cases?client=" + client),
                reply -> reply.status() == 200 && reply.body().path("items").size() == 1, PATIENCE)
                .text("/items/0/caseId");
    }

    private int status(String account, String service, String path) {
        return suite.send(Call.get(account, service, path)).status();
    }

    private Reply expect(int status, Call call) {
        Reply reply = suite.send(call);
        assertEquals(status, reply.status(), call.path() + " answered " + reply.body());
        return reply;
    }
}
