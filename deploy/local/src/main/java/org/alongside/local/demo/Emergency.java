package org.alongside.local.demo;

import java.util.UUID;

import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** The client stands at the door of an agency at night: a worker there breaks the glass, and those learn of it who have to. */
final class Emergency {

    private static final String WORKER = "case-worker.housing";
    private static final String OFFICER = "privacy-officer.family-services";

    private final Suite suite;
    private final Steps steps;
    private final Narrator narrator;
    private final UUID client;

    Emergency(Suite suite, Narrator narrator, UUID client) {
        this.suite = suite;
        this.steps = new Steps(suite, narrator);
        this.narrator = narrator;
        this.client = client;
    }

    void run() {
        narrator.chapter("An emergency, at night");
        Call read = Call.get(WORKER, "intake", "/v1/clients/" + client + "/assessments");
        steps.take("may not see what was assessed", read, 404, reply -> "no consent names it");
        suite.logInAnew(WORKER);
        Reply opened = steps.take("logs in anew and opens the record", Call.post(WORKER, "intake",
                "/v1/emergency-accesses", """
                        {"client": "%s", "reasonCode": "shelter-tonight",
                         "reason": "Stands at the door and cannot go home tonight"}""".formatted(client)),
                201, reply -> "until " + reply.text("/endsAt").substring(11, 19));
        steps.take("reads it for the emergency", read.statingPurpose("ETREAT"), 200,
                reply -> reply.body().path("items").size() + " assessment");
        steps.take("ends it", Call.post(WORKER, "intake", "/v1/emergency-accesses/"
                + opened.text("/emergencyAccessId") + "/end", null), 200, reply -> "ended");
        steps.awaitSeldom("finds the alert, due for review", Call.post(OFFICER, "audit", "/v1/alerts/search",
                "{\"client\": \"%s\", \"rule\": \"emergency-access\"}".formatted(client)),
                reply -> reply.status() == 200 && !reply.body().path("items").isEmpty(),
                reply -> reply.text("/items/0/explanation"));
    }
}
