package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** What intake-service records of a household is what the alerts about accesses go by. */
class HouseholdIT {

    private static final String CASE_WORKER = "case-worker.family-services";
    private static final String OFFICER = "privacy-officer.family-services";
    /** An access is judged some 20 s after it was logged. */
    private static final int PATIENCE = 90;

    private final Suite suite = SystemStack.suite();

    @Test
    void openingTheRecordOfWhoeverLivesWithADeclaredClientIsAnAlert() throws InterruptedException {
        String declared = client();
        String livesThere = client();
        assertEquals(201, suite.send(Call.post(CASE_WORKER, "audit", "/v1/conflict-declarations",
                "{\"client\": \"%s\", \"relation\": \"own-household\"}".formatted(declared))).status());
        assertEquals(200, suite.send(new Call("intake-worker.family-services", "PUT", "intake",
                "/v1/clients/" + livesThere + "/household", null, "*",
                "{\"members\": [{\"clientId\": \"%s\", \"relation\": \"sibling\"}]}".formatted(declared))).status());
        assertTrue(SystemStack.within(20, () -> !SystemStack
                .strings("audit", "select 1 from household where client_id = cast(? as uuid)", livesThere).isEmpty()),
                "audit-service has not heard of the household");

        assertEquals(200, suite.send(Call.get(CASE_WORKER, "intake", "/v1/clients/" + livesThere)).status());
        Call alerts = Call.post(OFFICER, "audit", "/v1/alerts/search", "{\"client\": \"%s\"}".formatted(livesThere));
        assertTrue(SystemStack.within(PATIENCE, () -> suite.send(alerts).body().toString().contains("same-household")),
                () -> "No alert: " + suite.send(alerts).body());
    }

    private String client() {
        Reply registered = suite.send(Call.post("intake-worker.family-services", "intake", "/v1/clients",
                "{\"identity\": {\"familyName\": \"Household\"}}"));
        assertEquals(201, registered.status());
        return registered.text("/clientId");
    }
}
