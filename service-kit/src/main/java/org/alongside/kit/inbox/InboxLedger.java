package org.alongside.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.InvalidEvent;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Applies records to this service's data: the note that an event was received, its effect and the version of its aggregate are
 * one transaction, so each event has its effect once however often it arrives.
 */
@ApplicationScoped
class InboxLedger {

    private static final Logger LOG = Logger.getLogger(InboxLedger.class);
    static final String CONSUMER = "inbox";
    private static final String RECEIVE = """
            insert into inbox (event_id) select unnest(?::uuid[]) on conflict do nothing returning event_id""";

    private final EntityManager entities;
    private final EventHandlers handlers;
    private final DeadLetters deadLetters;
    private final InboxMetrics metrics;

    InboxLedger(EntityManager entities, EventHandlers handlers, DeadLetters deadLetters, InboxMetrics metrics) {
        this.entities = entities;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * All of them or, when a handler throws, none.
     *
     * @param batch in the order in which the records arrived
     * @return keys of which an event now waits behind a dead letter; if it is the one that was missing, they can be set free
     */
    @SystemWork("inbox")
    public Set<AggregateKey> apply(List<Received> batch) {
        return entities.unwrap(Session.class).doReturningWork(connection -> new Batch(connection, batch).apply());
    }

    /** Sets one record aside because its handler fails on it or, when it cannot be read, because it could not be kept before. */
    @SystemWork("inbox")
    public void park(Received received, String detail) {
        entities.unwrap(Session.class).doWork(connection -> receive(connection, List.of(received)));
        Reason reason = received.event() == null ? Reason.UNREADABLE : Reason.HANDLER;
        deadLetters.park(CONSUMER, received, reason, detail);
        metrics.parked(reason);
    }

    /** @return ids of the events not received before */
    private static Set<UUID> receive(Connection connection, List<Received> batch) throws SQLException {
        Object[] ids = batch.stream().map(Received::event).filter(event -> event != null && !event.isSignal())
                .map(Event::id)
                .sorted().toArray();
        try (PreparedStatement insert = connection.prepareStatement(RECEIVE)) {
            insert.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet row = insert.executeQuery()) {
                Set<UUID> fresh = new HashSet<>();
                while (row.next()) {
                    fresh.add(row.getObject(1, UUID.class));
                }
                return fresh;
            }
        }
    }

    /** The records of one transaction. */
    private final class Batch {

        private final Connection connection;
        private final List<Received> records;
        private final Set<UUID> fresh;
        private final Set<AggregateKey> blocked;
        private final Set<AggregateKey> joined = new HashSet<>();
        private final AggregateVersions versions;

        Batch(Connection connection, List<Received> records) throws SQLException {
            this.connection = connection;
            this.records = records;
            Set<AggregateKey> keys = keys();
            this.fresh = receive(connection, records);
            // First the locks on blocked keys, then the versions: a replay that held the lock may have moved them.
            this.blocked = new HashSet<>(deadLetters.blocked(CONSUMER, keys));
            this.versions = AggregateVersions.read(connection, keys);
        }

        Set<AggregateKey> apply() throws SQLException {
            records.forEach(this::one);
            versions.write(connection);
            return joined;
        }

        private void one(Received received) {
            Event event = received.event();
            if (event == null) {
                park(received, Reason.UNREADABLE, received.fault());
            } else if (event.isSignal()) {
                signal(received);
            } else if (!fresh.remove(event.id())) {
                metrics.doubled();
            } else if (blocked.contains(AggregateKey.of(event))) {
                wait(received);
            } else {
                numbered(received);
            }
        }

        private void numbered(Received received) {
            switch (versions.step(received.event())) {
                case DOUBLE -> metrics.doubled();
                case GAP -> block(received, Reason.GAP, "An earlier version of the aggregate has not arrived");
                case NEXT -> effect(received);
            }
        }

        private void effect(Received received) {
            Event event = received.event();
            try {
                handlers.check(event);
            } catch (InvalidEvent e) {
                block(received, Reason.SCHEMA, e.getMessage());
                return;
            }
            handlers.handle(event);
            versions.applied(event);
            metrics.applied(event, handlers.know(event));
        }

        /** Of no use later, so it is dropped rather than kept when it does not match its schema. */
        private void signal(Received received) {
            try {
                handlers.check(received.event());
            } catch (InvalidEvent e) {
                LOG.errorf("A signal on %s was dropped: %s", received.record().topic(), e.getMessage());
                return;
            }
            handlers.handle(received.event());
        }

        private void block(Received received, Reason reason, String detail) {
            park(received, reason, detail);
            blocked.add(AggregateKey.of(received.event()));
        }

        private void wait(Received received) {
            park(received, Reason.BEHIND, "An earlier event of the aggregate is a dead letter");
            joined.add(AggregateKey.of(received.event()));
        }

        private void park(Received received, Reason reason, String detail) {
            deadLetters.park(CONSUMER, received, reason, detail);
            metrics.parked(reason);
        }

        private Set<AggregateKey> keys() {
            Set<AggregateKey> keys = new HashSet<>();
            records.stream().map(Received::event).filter(Objects::nonNull).filter(event -> !event.isSignal())
                    .forEach(event -> keys.add(AggregateKey.of(event)));
            return keys;
        }
    }
}
