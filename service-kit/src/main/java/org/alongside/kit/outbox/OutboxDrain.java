package org.alongside.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/**
 * Moves events from the table to Kafka in two transactions, each under the one lock of the service's database.
 *
 * <p>
 * Why nothing is lost, reordered or numbered twice when the process dies at any moment: numbers are committed <em>before</em>
 * anything is sent. If numbering and sending were one transaction, a crash after Kafka's acknowledgement would take the numbers
 * back, and a transaction that committed meanwhile could get numbers that consumers have already seen on other events. So:
 * <ul>
 * <li>death before the numbers are committed: nothing was sent, the rows are numbered later;
 * <li>death between that and the mark {@code published_at}: the same rows are sent again with the same ids and numbers, which
 * consumers recognise;
 * <li>a row is marked only when it and all rows before it in its topic are acknowledged, so the next attempt starts at the first
 * one that is in doubt;
 * <li>a relay that lost its database connection, and with it the lock, may still have sends on their way while the next relay
 * sends the same rows: again doubles with the same numbers.
 * </ul>
 * Commit order is not insertion order: a row that becomes visible late gets a higher number. Within a key that cannot happen
 * when its transactions exclude one another, which {@link Outbox} asks for.
 */
@Dependent
class OutboxDrain {

    /** Any constant; one per database is enough, as each service has its own. */
    static final long LOCK = 0x616c6f6e67736964L;

    private static final String LOCKED = """
            select pg_try_advisory_xact_lock(?), set_config('alongside.job', 'outbox-relay', true)""";
    private static final String NUMBER = """
            with batch as (
                select id, topic, key, position from outbox where sequence is null order by position limit ?
            ), numbered as (
                select b.id, b.topic, b.key, coalesce(t.epoch, 1) as epoch,
                       coalesce(t.last_sequence, 0) + row_number() over (partition by b.topic order by b.position) as sequence,
                       coalesce(k.last_version, 0)
                           + row_number() over (partition by b.topic, b.key order by b.position) as version
                  from batch b left join outbox_topic t using (topic) left join outbox_key k using (topic, key)
            ), topics as (
                insert into outbox_topic (topic, epoch, last_sequence)
                select topic, max(epoch), max(sequence) from numbered group by topic
                on conflict (topic) do update set last_sequence = excluded.last_sequence
            ), keys as (
                insert into outbox_key (topic, key, last_version)
                select topic, key, max(version) from numbered group by topic, key
                on conflict (topic, key) do update set last_version = excluded.last_version
            )
            update outbox o set epoch = n.epoch, sequence = n.sequence, aggregate_version = n.version
              from numbered n where o.id = n.id""";
    /** Each topic gets its share, so that a backlog of access events does not hold up a revocation. */
    private static final String NEXT = """
            select o.* from outbox_topic t cross join lateral (
                select id, topic, key, type, subject, payload, traceparent, snapshot, created_at, epoch, sequence,
                       aggregate_version
                  from outbox u
                 where u.topic = t.topic and u.sequence is not null and u.published_at is null
                 order by u.epoch, u.sequence limit ?) o
             order by o.topic, o.epoch, o.sequence""";
    private static final String MARK = "update outbox set published_at = ? where id = any(?)";
    private static final String POSITIONS = "select topic, epoch, last_sequence from outbox_topic";
    private static final String PENDING = "select count(*) from outbox where sequence is null or published_at is null";

    private final AgroalDataSource database;
    private final EventPublisher publisher;
    private final EventSchemas schemas;
    private final Instance<AfterDrain> afterDrain;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private final String source;
    private final int batch;

    OutboxDrain(@DataSource("system") AgroalDataSource database, EventPublisher publisher, EventSchemas schemas,
            @Any Instance<AfterDrain> afterDrain, OutboxMetrics metrics, Clock clock, OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.publisher = publisher;
        this.schemas = schemas;
        this.afterDrain = afterDrain;
        this.metrics = metrics;
        this.clock = clock;
        this.source = "/alongside/" + service;
        this.batch = config.batch();
    }

    /** What came of one pass. */
    enum Pass {
        /** Everything committed before the pass began has been published. */
        DRAINED,
        /** There is more to do at once. */
        MORE,
        /** Another instance is at it. */
        ELSEWHERE
    }

    /** @throws PublishingFailed when Kafka did not take everything; what it took before is marked */
    Pass pass() throws SQLException, InterruptedException, PublishingFailed {
        Instant asOf = clock.instant();
        int numbered = number();
        if (numbered < 0) {
            return Pass.ELSEWHERE;
        }
        Published published = publish(numbered < batch);
        if (published.pass() == Pass.DRAINED) {
            signal(new Drained(asOf, published.positions()));
        }
        return published.pass();
    }

    /** @param positions last numbers given per topic, all of them acknowledged; empty unless drained */
    private record Published(Pass pass, Map<String, Drained.Position> positions) {

        private Published(Pass pass) {
            this(pass, Map.of());
        }
    }

    /** @return rows that got their numbers, which are committed; -1 when another instance holds the lock */
    int number() throws SQLException {
        try (RelayTransaction transaction = new RelayTransaction(database)) {
            if (!lock(transaction.connection())) {
                return -1;
            }
            int numbered = giveNumbers(transaction.connection());
            transaction.commit();
            return numbered;
        }
    }

    /** @param allNumbered no row committed before this pass is without its number */
    private Published publish(boolean allNumbered) throws SQLException, InterruptedException, PublishingFailed {
        try (RelayTransaction transaction = new RelayTransaction(database)) {
            if (!lock(transaction.connection())) {
                return new Published(Pass.ELSEWHERE);
            }
            List<Event> events = next(transaction.connection());
            EventPublisher.Outcome outcome = publisher.send(events);
            mark(transaction.connection(), outcome.acknowledged());
            metrics.published(outcome.acknowledged());
            boolean drained = outcome.failure() == null && allNumbered && events.size() < batch;
            metrics.pending(drained ? 0 : count(transaction.connection()));
            // under the lock: no number can be given before they are read
            Published published = drained
                    ? new Published(Pass.DRAINED, positions(transaction.connection()))
                    : new Published(Pass.MORE);
            transaction.commitWithoutWaiting();
            PublishingFailed.when(outcome.failure());
            return published;
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCKED)) {
            lock.setLong(1, LOCK);
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private int giveNumbers(Connection connection) throws SQLException {
        try (PreparedStatement number = connection.prepareStatement(NUMBER)) {
            number.setInt(1, batch);
            return number.executeUpdate();
        }
    }

    /** In the order in which they have to arrive, topic by topic. */
    List<Event> next(Connection connection) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setInt(1, batch);
            try (ResultSet row = next.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (row.next()) {
                    events.add(event(row));
                }
                return events;
            }
        }
    }

    private Event event(ResultSet row) throws SQLException {
        return new Event(row.getObject("id", UUID.class), source, row.getString("type"), row.getString("topic"),
                row.getString("key"), row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getBytes("payload"),
                row.getString("traceparent"), row.getLong("sequence"), row.getInt("epoch"),
                row.getLong("aggregate_version"), row.getBoolean("snapshot"));
    }

    private void mark(Connection connection, List<Event> acknowledged) throws SQLException {
        if (acknowledged.isEmpty()) {
            return;
        }
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setTimestamp(1, Timestamp.from(clock.instant()));
            mark.setArray(2, connection.createArrayOf("uuid", acknowledged.stream().map(Event::id).toArray()));
            mark.executeUpdate();
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(PENDING); ResultSet result = count.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Map<String, Drained.Position> positions(Connection connection) throws SQLException {
        try (PreparedStatement positions = connection.prepareStatement(POSITIONS);
                ResultSet row = positions.executeQuery()) {
            Map<String, Drained.Position> byTopic = new HashMap<>();
            while (row.next()) {
                byTopic.put(row.getString(1), new Drained.Position(row.getInt(2), row.getLong(3)));
            }
            return byTopic;
        }
    }

    private void signal(Drained drained) throws InterruptedException, PublishingFailed {
        List<Event> signals = afterDrain.stream().flatMap(hook -> hook.signals(drained).stream()).map(this::signal)
                .toList();
        if (!signals.isEmpty()) {
            PublishingFailed.when(publisher.send(signals).failure());
        }
    }

    private Event signal(Outbox.Message message) {
        return new Event(Ids.next(), source, message.type(), message.topic(), message.key(),
                message.subject().toString(),
                clock.instant(), schemas.write(message.type(), message.data()), null, 0, 0, 0, message.snapshot());
    }
}
