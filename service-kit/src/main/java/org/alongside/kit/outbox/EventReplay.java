package org.alongside.kit.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

/** Sends again what consumers have lost: the same events, or the present state in new ones. */
@ApplicationScoped
public class EventReplay {

    private static final String REPLAY = """
            update outbox o set published_at = null from outbox_topic t
             where t.topic = o.topic and o.topic = :topic and o.epoch = t.epoch
               and o.sequence between :from and :to and o.published_at is not null""";
    private static final String LAST = "select coalesce(max(last_sequence), 0) from outbox_topic where topic = :topic";
    private static final String STATUS = """
            select t.topic, t.epoch, t.last_sequence,
                   (select count(*) from outbox o
                     where o.topic = t.topic and o.sequence is not null and o.published_at is null)
              from outbox_topic t order by t.topic""";

    private final EntityManager entities;
    private final OutboxSignal signal;
    private final Instance<Republisher> republishers;

    EventReplay(EntityManager entities, OutboxSignal signal, @Any Instance<Republisher> republishers) {
        this.entities = entities;
        this.signal = signal;
        this.republishers = republishers;
    }

    /**
     * Sends a range of the topic's present epoch again, with the same ids and numbers.
     *
     * @param fromSequence first, inclusive
     * @param toSequence last, inclusive
     * @return how many events are sent again; fewer than asked when some are older than the replay window or were not sent yet
     */
    @SystemWork("event-replay")
    public int replay(String topic, long fromSequence, long toSequence) {
        int again = entities.createNativeQuery(REPLAY).setParameter("topic", topic).setParameter("from", fromSequence)
                .setParameter("to", toSequence).executeUpdate();
        signal.raise();
        return again;
    }

    /** @return false when nothing here can tell the state of that topic */
    @SystemWork("event-republish")
    public boolean republish(String topic) {
        List<Republisher> of = republishers.stream().filter(each -> each.topic().equals(topic)).toList();
        long lastSequence = lastSequence(topic);
        of.forEach(each -> each.appendCurrentState(lastSequence));
        return !of.isEmpty();
    }

    private long lastSequence(String topic) {
        return ((Number) entities.createNativeQuery(LAST).setParameter("topic", topic).getSingleResult()).longValue();
    }

    /** All topics of this service that had an event, by name. */
    @SystemWork("event-status")
    public List<TopicStatus> status() {
        return entities.unwrap(Session.class).createNativeQuery(STATUS, Object[].class).getResultList().stream()
                .map(TopicStatus::of)
                .toList();
    }
}
