package org.alongside.local.demo;

import java.util.UUID;

import org.alongside.local.StackException;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

import com.fasterxml.jackson.databind.JsonNode;

/** Two agencies asked together; one declines, and the next service is found and asked in its place. */
final class SecondTry {

    private static final String LEGAL_WORKER = "receiving-worker.legal-aid";
    private static final String HOUSING_WORKER = "receiving-worker.housing";

    private final Steps steps;
    private final Narrator narrator;
    private final UUID client;

    /** @param client with a consent that names legal aid and housing */
    SecondTry(Suite suite, Narrator narrator, UUID client) {
        this.steps = new Steps(suite, narrator);
        this.narrator = narrator;
        this.client = client;
    }

    /** @throws StackException naming the step that did not answer as it should */
    void run() {
        narrator.chapter("Two more agencies, asked together");
        JsonNode referrals = bundle().body().get("referrals");
        String legal = idOf(referrals, "legal-aid");
        served(HOUSING_WORKER, idOf(referrals, "housing-instability"));
        narrator.chapter("One declines, and the next match is asked");
        declined(legal);
        askNext(legal);
    }

    private Reply bundle() {
        String legal = ClosedLoop.serviceOf(matches("legal-aid", ""), ClosedLoop.LEGAL_AID);
        String housing = ClosedLoop.serviceOf(matches("housing-instability", ""), ClosedLoop.HOUSING);
        Reply drafts = steps.take("drafts both as one bundle", Call.post(ClosedLoop.COORDINATOR, "referral",
                "/v1/bundles", """
                        {"clientId": "%s", "urgency": "soon", "referrals": [
                          {"serviceId": "%s", "category": "legal-aid", "message": "Advice on the new lease"},
                          {"serviceId": "%s", "category": "housing-instability", "message": "A smaller flat"}]}"""
                        .formatted(client, legal, housing)),
                201, reply -> reply.body().get("referrals").size() + " drafts");
        return steps.take("sends both, or none", Call.post(ClosedLoop.COORDINATOR, "referral",
                "/v1/bundles/" + drafts.text("/bundleId") + "/request", null).at(drafts), 200,
                reply -> reply.body().get("referrals").size() + " " + reply.text("/referrals/0/status"));
    }

    private void served(String worker, String referral) {
        String path = "/v1/referrals/" + referral;
        Reply accepted = steps.take("accepts",
                Call.post(worker, "referral", path + "/accept", null).at(seen(worker, referral)), 200,
                reply -> reply.text("/status"));
        steps.take("completes", Call.post(worker, "referral", path + "/complete",
                "{\"providerResult\": \"partly\"}").at(accepted), 200,
                reply -> reply.text("/status") + ", " + reply.text("/providerResult"));
    }

    private void declined(String referral) {
        Reply seen = seen(LEGAL_WORKER, referral);
        steps.take("declines", Call.post(LEGAL_WORKER, "referral", "/v1/referrals/" + referral + "/decline",
                "{\"reason\": \"no-capacity\"}").at(seen), 200,
                reply -> reply.text("/status") + ", " + reply.text("/reason/code"));
    }

    private Reply seen(String worker, String referral) {
        return steps.await("sees the referral once the grant for it is there",
                Call.get(worker, "referral", "/v1/referrals/" + referral), reply -> reply.status() == 200,
                reply -> reply.text("/status"));
    }

    private void askNext(String declined) {
        steps.take("reads it, and what can be done", Call.get(ClosedLoop.COORDINATOR, "referral",
                "/v1/referrals/" + declined), 200,
                reply -> reply.text("/status") + ", " + reply.text("/reason/code") + "; allowed: "
                        + reply.body().get("allowedActions"));
        Reply tried = steps.take("reads what was tried for this need", Call.get(ClosedLoop.COORDINATOR, "referral",
                "/v1/referrals/" + declined + "/tried"), 200,
                reply -> reply.body().get("items").size() + " services");
        Reply matches = matches("legal-aid", servicesOf(tried));
        String next = ClosedLoop.serviceOf(matches, ClosedLoop.LEGAL_AID);
        Reply draft = steps.take("drafts a referral to the next", Call.post(ClosedLoop.COORDINATOR, "referral",
                "/v1/referrals", """
                        {"clientId": "%s", "serviceId": "%s", "category": "legal-aid", "urgency": "soon",
                         "message": "Advice on the new lease"}""".formatted(client, next)),
                201, reply -> "referral " + reply.text("/status"));
        steps.take("sends it", Call.post(ClosedLoop.COORDINATOR, "referral",
                "/v1/referrals/" + draft.text("/referralId") + "/request", null).at(draft), 200,
                reply -> reply.text("/status"));
    }

    /** @param exclude ids as JSON strings, separated by commas */
    private Reply matches(String category, String exclude) {
        return steps.take(exclude.isEmpty() ? "looks for a service" : "looks for the next match",
                Call.post(ClosedLoop.COORDINATOR, "referral", "/v1/matches",
                        "{\"category\": \"%s\", \"areaPostalCode\": \"%s\", \"exclude\": [%s], \"limit\": 50}"
                                .formatted(category, ClosedLoop.AREA, exclude)),
                200, ClosedLoop::explained);
    }

    private static String servicesOf(Reply tried) {
        StringBuilder ids = new StringBuilder();
        tried.body().get("items").forEach(each -> ids.append(ids.length() == 0 ? "" : ", ").append('"')
                .append(each.get("serviceId").asText()).append('"'));
        return ids.toString();
    }

    private static String idOf(JsonNode referrals, String category) {
        for (JsonNode referral : referrals) {
            if (referral.get("category").asText().equals(category)) {
                return referral.get("referralId").asText();
            }
        }
        throw new StackException("The bundle has no referral of category " + category + ".");
    }
}
