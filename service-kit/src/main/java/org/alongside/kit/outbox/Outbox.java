package org.alongside.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.event.EventTrace;
import org.alongside.kit.event.InvalidEvent;
import org.alongside.kit.time.Ids;
import org.hibernate.Session;

/**
 * Takes events of the current transaction: they are told if and only if it commits, and in the order in which they were
 * appended as long as the transactions that append for one key exclude one another (a version or a lock on the aggregate).
 */
@ApplicationScoped
public class Outbox {

    /** Bytes; far below the 1 MiB that Kafka takes by default, since a record it refuses would hold up its topic for ever. */
    static final int MAX_PAYLOAD = 256 * 1024;

    private static final String INSERT = """
            insert into outbox (id, topic, key, type, subject, payload, traceparent, snapshot, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final EventSchemas schemas;
    private final EventTrace trace;
    private final OutboxSignal signal;
    private final Clock clock;

    Outbox(EntityManager entities, TransactionSynchronizationRegistry transaction, EventSchemas schemas,
            EventTrace trace,
            OutboxSignal signal, Clock clock) {
        this.entities = entities;
        this.transaction = transaction;
        this.schemas = schemas;
        this.trace = trace;
        this.signal = signal;
        this.clock = clock;
    }

    /**
     * An event to be told.
     *
     * @param topic {@code <service>.<noun>.v1}
     * @param key id of the aggregate whose events keep their order
     * @param type {@code org.alongside.<service>.<noun>.<verb>.v1}
     * @param subject what the event is about
     * @param data payload, written as JSON: ids and codes only, never personal data
     * @param snapshot true when the payload is the whole present state
     */
    public record Message(String topic, String key, String type, UUID subject, Object data, boolean snapshot) {

        public Message(String topic, String key, String type, UUID subject, Object data) {
            this(topic, key, type, subject, data, false);
        }
    }

    /** One event about an aggregate, in the order of the aggregate's events. */
    public void append(String topic, UUID aggregate, String type, Object data) {
        append(new Message(topic, aggregate.toString(), type, aggregate, data));
    }

    /** As {@link #appendAll} with one event. */
    public void append(Message message) {
        appendAll(List.of(message));
    }

    /**
     * @throws InvalidEvent when a payload does not match its schema or is too large; nothing is appended then
     * @throws IllegalStateException outside a transaction
     */
    public void appendAll(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        wakeRelayAfterCommit();
        List<byte[]> payloads = messages.stream().map(this::payload).toList();
        entities.unwrap(Session.class).doWork(connection -> insert(connection, messages, payloads));
    }

    private byte[] payload(Message message) {
        byte[] payload = schemas.write(message.type(), message.data());
        if (payload.length > MAX_PAYLOAD) {
            throw new InvalidEvent("Payload of " + message.type() + " has " + payload.length + " bytes, more than "
                    + MAX_PAYLOAD);
        }
        return payload;
    }

    private void insert(Connection connection, List<Message> messages, List<byte[]> payloads) throws SQLException {
        String traceparent = trace.current();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < messages.size(); i++) {
                Message message = messages.get(i);
                insert.setObject(1, Ids.next());
                insert.setString(2, message.topic());
                insert.setString(3, message.key());
                insert.setString(4, message.type());
                insert.setString(5, message.subject().toString());
                insert.setBytes(6, payloads.get(i));
                insert.setString(7, traceparent);
                insert.setBoolean(8, message.snapshot());
                insert.setObject(9, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getTransactionKey() == null) {
            throw new IllegalStateException(
                    "An event was appended outside a transaction: open one around the change it tells");
        }
        if (transaction.getResource(Outbox.class) == null) {
            transaction.putResource(Outbox.class, Boolean.TRUE);
            transaction.registerInterposedSynchronization(new WakeRelay());
        }
    }

    private final class WakeRelay implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing is visible to the relay yet
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.raise();
            }
        }
    }
}
