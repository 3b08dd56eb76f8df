package org.alongside.intake.merge;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.consent.Consents;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.HiddenRecords;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Whatever happens to two records between a merge and its undoing: neither the merge nor the undoing changes a byte in any row of either, and
 * what is done to one changes nothing of the other. So after the undoing each is what it would be had they never met.
 */
@QuarkusTest
class MergeUndoTest {

    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    private static final int RUNS = 8;
    private static final int STEPS = 10;
    /** These say that there is a merge, and which records a restriction hides. */
    private static final Set<String> OF_THE_MERGE = Set.of("merged_client", "client_merge", "client_key",
            "restricted_client", "restriction");

    private final Database database = new Database("intake");
    private final List<String> tables = HiddenRecords.tables(database, OF_THE_MERGE);

    @Test
    void nothingIsLostWhateverHappenedMeanwhile() {
        for (long seed = 1; seed <= RUNS; seed++) {
            run(new Random(seed), "seed " + seed);
        }
    }

    private void run(Random chance, String seed) {
        UUID survivor = registered(newMark());
        UUID merged = registered(newMark());
        steps(chance, survivor, merged, seed);
        List<String> before = rows(survivor, merged);
        String merge = as(SUPERVISOR).body("{\"mergedClientId\": \"" + merged + "\"}")
                .post("/v1/clients/{id}/merges", survivor).then().statusCode(201).extract().path("mergeId");
        assertEquals(before, rows(survivor, merged), seed + ": the merge itself");
        steps(chance, survivor, merged, seed);
        List<String> meanwhile = rows(survivor, merged);
        assertNotEquals(before, meanwhile, seed + ": nothing was done");
        as(SUPERVISOR).header("If-Match", "\"0\"").post("/v1/client-merges/{id}/undo", merge).then().statusCode(200);
        assertEquals(meanwhile, rows(survivor, merged), seed + ": the undoing");
        steps(chance, merged, survivor, seed);
    }

    private void steps(Random chance, UUID survivor, UUID merged, String seed) {
        for (int step = 0; step < STEPS; step++) {
            boolean first = chance.nextBoolean();
            UUID untouched = first ? merged : survivor;
            List<String> before = rows(untouched);
            step(chance.nextInt(6), first ? survivor : merged);
            assertEquals(before, rows(untouched), seed + ": a step with the other record");
        }
    }

    /** Some are refused for the merged record: they too must change nothing. */
    private static void step(int kind, UUID client) {
        switch (kind) {
            case 0 -> as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "*")
                    .body("{\"identity\": {\"familyName\": \"Changed-" + newMark() + "\"}}")
                    .patch("/v1/clients/{id}", client).then().statusCode(200);
            case 1 -> begun(as(INTAKE_WORKER).body("""
                    {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client"}""")
                    .post("/v1/clients/{id}/assessments", client).statusCode());
            case 2 -> begun(as(INTAKE_WORKER).body("""
                    {"kind": "role", "language": "en", "interpreter": false, "understood": "yes"}""")
                    .post("/v1/clients/{id}/conversations", client).statusCode());
            case 3 -> begun(as(INTAKE_WORKER).post("/v1/clients/{id}/intakes", client).statusCode());
            case 4 -> as(INTAKE_WORKER).header("If-Match", "*").body("""
                    {"members": [{"name": "Somebody", "relation": "sibling"}]}""")
                    .put("/v1/clients/{id}/household", client).then().statusCode(200);
            default -> consents(client);
        }
    }

    private static void begun(int status) {
        assertTrue(status == 201 || status == 409, "answered " + status);
    }

    /** A consent is given if there is a proposed one, taken back if there is an active one, proposed if there is none. */
    private static void consents(UUID client) {
        List<String> proposed = of(client, "proposed");
        List<String> active = of(client, "active");
        if (!proposed.isEmpty()) {
            Consents.give(proposed.get(0),
                    """
                    {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                    .statusCode(200);
        } else if (!active.isEmpty()) {
            as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", active.get(0)).then().statusCode(200);
        } else if (as(INTAKE_WORKER).get("/v1/clients/{id}", client).path("replacedBy") == null) {
            Consents.proposed(client);
        }
    }

    private static List<String> of(UUID client, String status) {
        return as(INTAKE_WORKER).get("/v1/clients/{id}/consents", client).then().statusCode(200).extract()
                .path("items.findAll { it.status == '" + status + "' && it.clientId == '" + client + "' }.consentId");
    }

    private List<String> rows(UUID... clients) {
        List<String> rows = new ArrayList<>();
        for (UUID client : clients) {
            rows.addAll(database.strings("select 'client ' || c::text from client c where id = ?", client));
            for (String table : tables) {
                rows.addAll(database.strings("select '" + table + " ' || t::text from " + table
                        + " t where client_id = ? order by 1", client));
            }
        }
        return rows;
    }
}
