package org.alongside.kit.inbox;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.InvalidEvent;
import org.alongside.kit.inbox.AggregateVersions.Step;
import org.alongside.kit.inbox.DeadLetters.Waiting;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

/**
 * One step of the replay of a key's dead letters, each a transaction. Holds the key's lock, so that the consumer adds nothing
 * behind a dead letter that is just being settled: it then finds the key free and goes on as if nothing had happened.
 */
@ApplicationScoped
class DeadLetterReplay {

    /** Enough to find a snapshot behind a gap in one look. */
    private static final int LOOK_AHEAD = 500;

    private final EntityManager entities;
    private final EventHandlers handlers;
    private final DeadLetters deadLetters;
    private final InboxMetrics metrics;

    DeadLetterReplay(EntityManager entities, EventHandlers handlers, DeadLetters deadLetters, InboxMetrics metrics) {
        this.entities = entities;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    enum Outcome {
        /** One dead letter was settled; there may be more. */
        SETTLED,
        /** None is left: the key is free. */
        FREE,
        /** The first one still cannot be applied. */
        BLOCKED
    }

    @SystemWork("inbox")
    public List<DeadLetter> list(UUID after, int limit) {
        return deadLetters.list(after, limit);
    }

    @SystemWork("inbox")
    public boolean discard(UUID id) {
        return deadLetters.discard(id);
    }

    /** Keys of the inbox that have dead letters. */
    @SystemWork("inbox")
    public List<AggregateKey> keys() {
        return deadLetters.keys(InboxLedger.CONSUMER);
    }

    /** True when an arrival may have set the key free. */
    @SystemWork("inbox")
    public boolean waitsForArrival(AggregateKey key) {
        return deadLetters.waitsForArrival(InboxLedger.CONSUMER, key);
    }

    /** Throws what the handler throws; nothing has changed then. */
    @SystemWork("inbox")
    public Outcome next(AggregateKey key) {
        deadLetters.lock(InboxLedger.CONSUMER, key);
        List<Waiting> waiting = deadLetters.waiting(InboxLedger.CONSUMER, key, LOOK_AHEAD);
        return waiting.isEmpty() ? Outcome.FREE : settleFirst(key, waiting);
    }

    private Outcome settleFirst(AggregateKey key, List<Waiting> waiting) {
        AggregateVersions versions = versions(key);
        Waiting first = waiting.get(0);
        Step step = versions.step(first.event());
        if (step == Step.GAP) {
            return supersede(waiting);
        }
        if (step == Step.NEXT && !applied(first.event(), versions)) {
            return Outcome.BLOCKED;
        }
        deadLetters.replayed(first.id());
        return Outcome.SETTLED;
    }

    private boolean applied(Event event, AggregateVersions versions) {
        try {
            handlers.check(event);
        } catch (InvalidEvent e) {
            return false;
        }
        handlers.handle(event);
        versions.applied(event);
        entities.unwrap(Session.class).doWork(versions::write);
        metrics.applied(event, handlers.know(event));
        return true;
    }

    /** What is missing will not be missed once the whole state has come. */
    private Outcome supersede(List<Waiting> waiting) {
        int snapshot = 0;
        while (snapshot < waiting.size() && !waiting.get(snapshot).event().snapshot()) {
            snapshot++;
        }
        if (snapshot == waiting.size()) {
            return Outcome.BLOCKED;
        }
        waiting.subList(0, snapshot).forEach(before -> deadLetters.superseded(before.id()));
        return Outcome.SETTLED;
    }

    private AggregateVersions versions(AggregateKey key) {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> AggregateVersions.read(connection, Set.of(key)));
    }
}
