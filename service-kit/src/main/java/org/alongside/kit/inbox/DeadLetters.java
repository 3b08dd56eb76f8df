package org.alongside.kit.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.event.Event;
import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.time.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.jdbc.Work;

/**
 * The records that could not be applied and those waiting behind them. Every method works in the current transaction, which has
 * to be one on the system login.
 */
@ApplicationScoped
public class DeadLetters {

    private static final String TYPE = "org.alongside.kit.dead-letter.parked.v1";
    private static final String INSERT = """
            insert into dead_letter (id, consumer, topic, "partition", "offset", key, header_names, header_values, payload,
                                     event_id, type, aggregate_version, reason, detail, parked_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?)""";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(? || chr(10) || ? || chr(10) || ?, 0))";
    private static final String BLOCKED = """
            select distinct d.topic, d.key from dead_letter d
              join unnest(?::text[], ?::text[]) as k (topic, key) on k.topic = d.topic and k.key = d.key
             where d.consumer = ? and d.state = 'waiting'""";
    private static final String WAITING = """
            select * from dead_letter where consumer = ? and topic = ? and key = ? and state = 'waiting'
             order by aggregate_version, parked_at, id limit ?""";
    private static final String KEYS = """
            select distinct topic, key from dead_letter where consumer = ? and state = 'waiting' order by topic, key""";
    private static final String ONLY_GAPS = """
            select not exists (select from dead_letter where consumer = ? and topic = ? and key = ? and state = 'waiting'
                                  and reason not in ('gap', 'behind'))""";
    private static final String SETTLE = "update dead_letter set state = ?, settled_at = now() where id = ?";
    /** Of a record without a key nobody waits, so there is no lock to take. */
    private static final String LOCK_OF = """
            select pg_advisory_xact_lock(hashtextextended(consumer || chr(10) || topic || chr(10) || key, 0))
              from dead_letter where id = ?""";
    private static final String DISCARD = """
            update dead_letter set state = 'discarded', settled_at = now()
             where id = ? and state in ('waiting', 'unreadable')""";
    private static final String LIST = """
            select * from dead_letter where state in ('waiting', 'unreadable') and id > ? order by id limit ?""";

    private final EntityManager entities;
    private final Outbox outbox;
    private final String service;

    DeadLetters(EntityManager entities, Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.entities = entities;
        this.outbox = outbox;
        this.service = service;
    }

    /**
     * Sets a record aside and tells operators on {@code <service>.dead-letter.v1}, unless it only waits behind another. The
     * message says where the record is and does not repeat it.
     *
     * @param consumer name of the caller's consumer; {@code inbox} is the kit's own
     * @param detail class names and error codes, no values
     * @return id of the dead letter
     */
    public UUID park(String consumer, Received received, Reason reason, String detail) {
        UUID id = Ids.next();
        work(connection -> insert(connection, id, consumer, received, reason, detail));
        if (reason != Reason.BEHIND) {
            tell(id, received, reason);
        }
        return id;
    }

    /** Unsettled dead letters of all consumers in the order of their ids, which is that of their arrival. */
    public List<DeadLetter> list(UUID after, int limit) {
        return query(LIST, statement -> {
            statement.setObject(1, after);
            statement.setInt(2, limit);
        }, DeadLetters::letter);
    }

    /** Those of the given keys that have a waiting dead letter, each locked against a replay until the transaction ends. */
    Set<AggregateKey> blocked(String consumer, Collection<AggregateKey> keys) {
        Set<AggregateKey> candidates = new TreeSet<>(waitingAmong(consumer, keys));
        // in the same order everywhere, so that two transactions cannot wait for one another
        candidates.forEach(key -> lock(consumer, key));
        return candidates.isEmpty() ? Set.of() : waitingAmong(consumer, candidates);
    }

    void lock(String consumer, AggregateKey key) {
        query(LOCK, statement -> {
            statement.setString(1, consumer);
            statement.setString(2, key.topic());
            statement.setString(3, key.key());
        }, row -> Boolean.TRUE);
    }

    /** A stored dead letter with the record as it was received. */
    record Waiting(UUID id, Received received) {

        Event event() {
            return received.event();
        }
    }

    /** In the order in which they have to be applied. */
    List<Waiting> waiting(String consumer, AggregateKey key, int limit) {
        return query(WAITING, statement -> {
            statement.setString(1, consumer);
            statement.setString(2, key.topic());
            statement.setString(3, key.key());
            statement.setInt(4, limit);
        }, row -> new Waiting(row.getObject("id", UUID.class), Received.of(record(row))));
    }

    List<AggregateKey> keys(String consumer) {
        return query(KEYS, statement -> statement.setString(1, consumer), DeadLetters::key);
    }

    /** True when the key waits only for events that have not arrived, so that an arrival may set it free. */
    boolean waitsForArrival(String consumer, AggregateKey key) {
        return first(query(ONLY_GAPS, statement -> {
            statement.setString(1, consumer);
            statement.setString(2, key.topic());
            statement.setString(3, key.key());
        }, row -> row.getBoolean(1))).orElseThrow();
    }

    void replayed(UUID id) {
        settle(id, "replayed");
    }

    /** A later event that holds the whole state has made it unnecessary. */
    void superseded(UUID id) {
        settle(id, "superseded");
    }

    /** @return false when there is no such dead letter or it is settled already */
    boolean discard(UUID id) {
        query(LOCK_OF, statement -> statement.setObject(1, id), row -> Boolean.TRUE);
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement discard = connection.prepareStatement(DISCARD)) {
                discard.setObject(1, id);
                return discard.executeUpdate() == 1;
            }
        });
    }

    private void settle(UUID id, String state) {
        work(connection -> {
            try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
                settle.setString(1, state);
                settle.setObject(2, id);
                settle.executeUpdate();
            }
        });
    }

    private Set<AggregateKey> waitingAmong(String consumer, Collection<AggregateKey> keys) {
        return new HashSet<>(query(BLOCKED, statement -> {
            Connection connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("text", keys.stream().map(AggregateKey::topic).toArray()));
            statement.setArray(2, connection.createArrayOf("text", keys.stream().map(AggregateKey::key).toArray()));
            statement.setString(3, consumer);
        }, DeadLetters::key));
    }

    private static void insert(Connection connection, UUID id, String consumer, Received received, Reason reason,
            String detail) throws SQLException {
        ConsumerRecord<String, byte[]> record = received.record();
        List<Header> headers = StreamSupport.stream(record.headers().spliterator(), false).toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, consumer);
            insert.setString(3, record.topic());
            insert.setInt(4, record.partition());
            insert.setLong(5, record.offset());
            insert.setString(6, storable(record.key()));
            insert.setArray(7, connection.createArrayOf("text",
                    headers.stream().map(Header::key).map(DeadLetters::storable).toArray()));
            insert.setArray(8,
                    connection.createArrayOf("bytea", headers.stream().map(Header::value).toArray(byte[][]::new)));
            insert.setBytes(9, record.value());
            event(insert, received.event());
            insert.setString(13, reason.code());
            insert.setString(14, detail);
            insert.setString(15, reason == Reason.UNREADABLE ? "unreadable" : "waiting");
            insert.executeUpdate();
        }
    }

    /** PostgreSQL has no U+0000. Nothing that could be read as an event has one, so only unreadable records lose it. */
    private static String storable(String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    private static void event(PreparedStatement insert, Event event) throws SQLException {
        insert.setObject(10, event == null ? null : event.id(), Types.OTHER);
        insert.setString(11, event == null ? null : event.type());
        insert.setObject(12, event == null ? null : event.aggregateVersion(), Types.BIGINT);
    }

    private void tell(UUID id, Received received, Reason reason) {
        ConsumerRecord<String, byte[]> record = received.record();
        Event event = received.event();
        outbox.append(new Outbox.Message(service + ".dead-letter.v1", id.toString(), TYPE, id,
                new Parked(id, record.topic(), record.partition(), record.offset(), event == null ? null : event.id(),
                        event == null ? null : event.type(), reason.code())));
    }

    private record Parked(UUID deadLetterId, String topic, int partition, long offset, UUID eventId, String type,
            String reason) {}

    private static ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        String[] names = array(row.getArray("header_names"), String[].class);
        byte[][] values = array(row.getArray("header_values"), byte[][].class);
        for (int i = 0; i < names.length; i++) {
            headers.add(names[i], values[i]);
        }
        return new ConsumerRecord<>(row.getString("topic"), row.getInt("partition"), row.getLong("offset"),
                ConsumerRecord.NO_TIMESTAMP, TimestampType.NO_TIMESTAMP_TYPE, ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE, row.getString("key"), row.getBytes("payload"), headers, Optional.empty());
    }

    private static <T> T array(Array stored, Class<T> shape) throws SQLException {
        return shape.cast(stored.getArray());
    }

    private static AggregateKey key(ResultSet row) throws SQLException {
        return new AggregateKey(row.getString("topic"), row.getString("key"));
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(row.getObject("id", UUID.class), row.getString("consumer"), row.getString("topic"),
                row.getInt("partition"), row.getLong("offset"), row.getString("key"),
                row.getObject("event_id", UUID.class),
                row.getString("type"), row.getObject("aggregate_version", Long.class), row.getString("reason"),
                row.getString("detail"), row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    private void work(Work work) {
        entities.unwrap(Session.class).doWork(work);
    }

    private <T> List<T> query(String sql, Bind bind, Read<T> read) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind.to(statement);
                try (ResultSet row = statement.executeQuery()) {
                    List<T> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(read.from(row));
                    }
                    return rows;
                }
            }
        });
    }

    @FunctionalInterface
    private interface Bind {
        void to(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }
}
