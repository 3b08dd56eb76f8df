package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** A client of a partner's system asks another agency for help there, and no worker is between. */
class SelfReferralIT {

    private static final String SYSTEM = "partner-legal-aid";
    private static final String RECEIVER = "receiving-worker.housing";
    private static final String HOUSING = "0a000000-0000-4000-8000-000000000003";

    private final Suite suite = SystemStack.suite();

    @Test
    void aPartnersSystemTakesItsClientFromTheFirstWordToTheOutcome() throws InterruptedException {
        String client = sent(Call.post(SYSTEM, "intake", "/v1/clients",
                "{\"identity\": {\"familyName\": \"Self-%s\"}}".formatted(SystemStack.newMark())), 201)
                .text("/clientId");
        agreed(client);
        String referral = referred(client);
        Call asReceiver = Call.get(RECEIVER, "referral", "/v1/referrals/" + referral);
        assertTrue(SystemStack.within(20, () -> suite.send(asReceiver).status() == 200), "the recipient sees nothing");
        Reply received = suite.send(asReceiver);
        assertEquals("client", received.text("/requester"));
        Reply accepted = sent(Call.post(RECEIVER, "referral", "/v1/referrals/" + referral + "/accept", null)
                .at(received), 200);
        Reply served = sent(Call.post(RECEIVER, "referral", "/v1/referrals/" + referral + "/complete",
                "{\"providerResult\": \"service-given\"}").at(accepted), 200);
        Reply closed = sent(Call.post(SYSTEM, "referral", "/v1/referrals/" + referral + "/client-view",
                "{\"result\": \"met\", \"words\": \"I have a room\"}")
                .at(sent(Call.get(SYSTEM, "referral", "/v1/referrals/" + referral), 200)), 200);
        assertTrue(closed.body().get("loopClosed").asBoolean(), served.body() + " " + closed.body());
    }

    private void agreed(String client) {
        Reply proposed = sent(Call.post(SYSTEM, "intake", "/v1/clients/" + client + "/consents", """
                {"recipients": ["%s"], "parts": ["identity", "contact", "referral"],
                 "categories": ["housing-instability"], "purposes": ["COC"], "validUntil": "%s"}""".formatted(HOUSING,
                Instant.now().plus(Duration.ofDays(30)))), 201);
        String consent = "/v1/consents/" + proposed.text("/consentId");
        Reply text = sent(Call.get(SYSTEM, "intake", consent + "/text?language=en"), 200);
        assertTrue(text.text("/plain").contains("Legal aid would like to share"), text.text("/plain"));
        assertTrue(text.text("/plain").contains("- Housing\n"), text.text("/plain"));
        sent(Call.post(SYSTEM, "intake", consent + "/give", """
                {"givenBy": "client", "manner": "electronic", "language": "en", "limitsOfConfidentialityTalk": false,
                 "textSha256": "%s"}""".formatted(text.text("/sha256"))).at(proposed), 200);
    }

    private String referred(String client) throws InterruptedException {
        Reply matches = sent(Call.post(SYSTEM, "referral", "/v1/matches", """
                {"category": "housing-instability", "areaPostalCode": "00105", "languages": ["en"], "facts": {}}"""),
                200);
        Call drafting = Call.post(SYSTEM, "referral", "/v1/referrals", """
                {"clientId": "%s", "serviceId": "%s", "category": "housing-instability", "urgency": "soon",
                 "message": "I lose my room next month", "requester": "client"}"""
                .formatted(client, ClosedLoop.serviceOf(matches, HOUSING)));
        Reply draft = suite.await(drafting, reply -> reply.status() == 201, Duration.ofSeconds(20));
        Call request = Call.post(SYSTEM, "referral", "/v1/referrals/" + draft.text("/referralId") + "/request", null)
                .at(draft);
        assertTrue(SystemStack.within(20, () -> suite.send(request).status() == 200), "the consent did not arrive");
        return draft.text("/referralId");
    }

    private Reply sent(Call call, int expected) {
        Reply reply = suite.send(call);
        assertEquals(expected, reply.status(), () -> call.method() + " " + call.path() + ": " + reply.body());
        return reply;
    }
}
