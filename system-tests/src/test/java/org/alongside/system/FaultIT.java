package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.alongside.local.LocalStack;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** Kafka gone for a minute, a service killed between commit and publish: nothing lost, nothing doubled. */
class FaultIT {

    private static final String INTAKE_WORKER = "intake-worker.family-services";
    private static final String CASE_WORKER = "case-worker.family-services";
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final int SECONDS_TO_CATCH_UP = 90;

    private final LocalStack stack = SystemStack.running();
    private final Suite suite = SystemStack.suite();

    @Test
    void withoutKafkaForAMinuteTheHomeAgencyWorksOnAndNothingIsLostOrDoubled() throws InterruptedException {
        List<String> clients = new ArrayList<>();
        stack.kafka().kill();
        try {
            long end = System.nanoTime() + OUTAGE.toNanos();
            while (System.nanoTime() < end) {
                clients.add(clientWithIntake());
                Thread.sleep(500);
            }
        } finally {
            stack.kafka().start();
        }
        assertArrivedOnce(clients);
    }

    @Test
    void eventsOfAServiceKilledBetweenCommitAndPublishArriveOnce() throws InterruptedException {
        List<String> clients = new ArrayList<>();
        stack.kafka().kill();
        try {
            for (int i = 0; i < 10; i++) {
                clients.add(clientWithIntake());
            }
            assertTrue(SystemStack.count("intake", "select count(*) from outbox where published_at is null") >= 20,
                    "Committed and not yet published events are what this test is about");
            stack.service("intake").kill();
        } finally {
            stack.kafka().start();
            stack.service("intake").start();
        }
        assertArrivedOnce(clients);
    }

    @Test
    void eventsSentButNotMarkedBeforeTheKillHaveOneEffect() throws InterruptedException {
        List<String> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(clientWithIntake());
        }
        assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, this::allPublished));
        stack.service("intake").kill();
        // The state that a kill after Kafka's acknowledgement and before the mark leaves behind.
        SystemStack.update("intake",
                "update outbox set published_at = null where created_at > now() - interval '1 minute'");
        stack.service("intake").start();
        assertArrivedOnce(clients);
    }

    private void assertArrivedOnce(List<String> clients) throws InterruptedException {
        assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, this::allPublished), "The outbox of intake is not empty");
        for (String client : clients) {
            Call cases = Call.get(CASE_WORKER, "planning", "/v1/cases?client=" + client);
            Reply found = suite.await(cases, reply -> reply.status() == 200 && reply.body().get("items").size() > 0,
                    Duration.ofSeconds(SECONDS_TO_CATCH_UP));
            assertEquals(1, found.body().get("items").size(), "One intake opens one case");
        }
        assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, () -> loggedOf("intake") == sentOf("intake")),
                () -> "Sent " + sentOf("intake") + " access events, logged " + loggedOf("intake"));
        assertEquals(0, SystemStack.count("audit", "select count(*) from log_gap where filled_at is null"));
        assertEquals(loggedOf("intake"), SystemStack.count("audit",
                "select count(distinct event_id) from log_entry where source = '/alongside/intake'"));
    }

    private boolean allPublished() {
        return SystemStack.count("intake", "select count(*) from outbox where published_at is null") == 0;
    }

    private static long sentOf(String service) {
        return SystemStack.count(service, "select count(*) from outbox where topic = 'audit.access.v1'");
    }

    private static long loggedOf(String service) {
        return SystemStack.count("audit", "select count(*) from log_entry where source = ?", "/alongside/" + service);
    }

    private String clientWithIntake() {
        Reply client = suite.send(Call.post(INTAKE_WORKER, "intake", "/v1/clients",
                "{\"identity\": {\"familyName\": \"Faults\"}}"));
        assertEquals(201, client.status(), client.body().toString());
        String id = client.text("/clientId");
        assertEquals(201,
                suite.send(Call.post(INTAKE_WORKER, "intake", "/v1/clients/" + id + "/intakes", null)).status());
        assertEquals(200, suite.send(Call.get(INTAKE_WORKER, "intake", "/v1/clients/" + id)).status());
        return id;
    }
}
