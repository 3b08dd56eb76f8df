package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.await;
import static org.alongside.referral.referral.Referrals.body;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.alongside.referral.referral.Referrals.drafted;
import static org.alongside.referral.referral.Referrals.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Two records turned out to be of one person: referrals of either go on, new ones are of the record that goes on. */
@QuarkusTest
class MergedReferralTest {

    private final UUID survivor = client();
    private final UUID merged = client();

    @Test
    void whatWasBegunGoesOnAndNothingNewBeginsUntilItIsUndone() {
        consent(merged, Map.of());
        String begun = drafted(merged, Directory.TENANT_ADVICE_LINE);
        merge();
        String open = """
                {"clientId": "%s", "category": "legal-aid", "areaPostalCode": "00105", "urgency": "soon", "message": "m"}"""
                .formatted(merged);
        as(SENDER).body(open).post("/v1/open-referrals").then().statusCode(409).body("replacedBy",
                equalTo(survivor.toString()));
        as(SENDER).body("""
                {"clientId": "%s", "urgency": "soon", "referrals": [
                   {"serviceId": "%s", "category": "legal-aid", "message": "m"}]}""".formatted(merged,
                Directory.TENANT_ADVICE_LINE)).post("/v1/bundles").then().statusCode(409).body("type",
                        equalTo("urn:alongside:problem:client-merged"));
        command(SENDER, begun, "request").statusCode(200);
        drafted(survivor, Directory.TENANT_ADVICE_LINE);
        tell("unmerged", 1, Map.of());
        await("the undoing", () -> draft().statusCode() == 201);
    }

    @Test
    void whatWasTriedForTheNeedIsToldForBothRecords() {
        String first = drafted(merged, Directory.TENANT_ADVICE_LINE);
        String second = drafted(survivor, Directory.TENANT_ADVICE_LINE);
        merge();
        for (String referral : new String[]{first, second}) {
            // what was drafted while the merge was awaited is tried for the merged record too
            as(SENDER).get("/v1/referrals/{id}/tried", referral).then().statusCode(200).body("items.referralId",
                    hasItems(first, second));
        }
        tell("unmerged", 1, Map.of());
        await("the undoing", () -> draft().statusCode() == 201);
        as(SENDER).get("/v1/referrals/{id}/tried", second).then().body("items.referralId", contains(second));
    }

    /** Its worker must not learn from an answer that there is another record, or that this one is known at all. */
    @Test
    void anotherAgencyIsAnsweredAsForAClientItDoesNotKnow() {
        merge();
        String outside = Tokens.token(Tokens.LEGAL_AID, Role.REFERRAL_COORDINATOR);
        as(outside).body(body(merged, Directory.TENANT_ADVICE_LINE, "m")).post("/v1/referrals").then()
                .statusCode(404);
    }

    @Test
    void aReferralThatIsGoingOnIsReadAsBefore() {
        consent(merged, Map.of());
        String begun = drafted(merged, Directory.TENANT_ADVICE_LINE);
        merge();
        read(SENDER, begun).statusCode(200).body("clientId", equalTo(merged.toString()));
    }

    private void merge() {
        tell("merged", 0, Map.of("survivorId", survivor));
        await("the merge", () -> draft().statusCode() == 409);
    }

    private Response draft() {
        return as(SENDER).body(body(merged, Directory.TENANT_ADVICE_LINE, "m")).post("/v1/referrals");
    }

    private void tell(String what, int version, Map<String, ?> more) {
        Map<String, Object> state = new HashMap<>(
                Map.of("clientId", merged, "homeAgency", Tokens.FAMILY_SERVICES, "version", version));
        state.putAll(more);
        INTAKE.tell("intake.client.v1", merged, "org.alongside.intake.client." + what + ".v1", state);
    }
}
