package org.alongside.audit.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.alongside.audit.Source;
import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Several evaluations at once, each in transactions of its own on connections of its own, as several instances have them: an evaluation
 * keeps nothing between two of them outside the database.
 */
@QuarkusTest
class EvaluationInstancesTest {

    private static final int EVALUATORS = 3;
    private static final int ACCESSES = 40;
    private static final String PASSED_OVER = """
            select count(*) from log_entry e, alert_cursor c
             where e.source = ? and e.entry_index < c.next_index
               and not exists (select from alert a where a.client = e.client and e.entry_index = any (a.entries))""";

    @Inject
    Evaluation evaluation;

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID client = UUID.randomUUID();
    private final UUID home = UUID.randomUUID();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private int sequence;

    @Test
    void eachEntryIsJudgedOnceAndTheCursorPassesNoneThatIsNot() throws Exception {
        ExecutorService evaluators = Executors.newFixedThreadPool(EVALUATORS);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < EVALUATORS; i++) {
            ends.add(evaluators.submit(this::evaluate));
        }
        try {
            for (int i = 0; i < ACCESSES; i++) {
                emergency("one-" + i);
                emergency("always-the-same");
                assertEquals(List.of("0"), database.strings(PASSED_OVER, source.name()));
            }
        } finally {
            running.set(false);
            evaluators.shutdown();
        }
        for (Future<?> end : ends) {
            end.get();
        }
        new Judging(evaluation).all();

        assertEquals(List.of("0"), database.strings(PASSED_OVER, source.name()));
        assertEquals(List.of("41 alerts, 80 occurrences, 40 at most"), database.strings("""
                select count(*) || ' alerts, ' || sum(occurrences) || ' occurrences, ' || max(occurrences) || ' at most'
                  from alert where client = ? and rule = 'emergency-access'""", client));
        assertEquals(List.of("41"), database.strings("""
                select count(*) from outbox where topic = 'audit.alert.v1'
                   and convert_from(payload, 'UTF8')::json ->> 'clientId' = ?
                   and convert_from(payload, 'UTF8')::json ->> 'rule' = 'emergency-access'""", client.toString()));
    }

    private void evaluate() {
        while (running.get()) {
            evaluation.evaluate(Instant.now().plus(Duration.ofHours(1)));
        }
    }

    private void emergency(String actor) {
        source.send(source.event(++sequence, source.payload(Map.of("client", client, "home", home, "agency", home,
                "actor", actor, "basis", "emergency", "parts", List.of("identity")))));
        source.logged(sequence);
    }
}
