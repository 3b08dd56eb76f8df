package org.alongside.kit.inbox;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Applies dead letters again, after what was wrong with them or with their handler has been put right. */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final DeadLetterReplay replay;

    Inbox(DeadLetterReplay replay) {
        this.replay = replay;
    }

    /**
     * What a replay came to.
     *
     * @param settled dead letters applied, or found to be applied already or superseded
     * @param blocked keys whose first dead letter still cannot be applied
     */
    public record Replayed(int settled, int blocked) {

        private Replayed plus(Replayed other) {
            return new Replayed(settled + other.settled, blocked + other.blocked);
        }
    }

    /** All keys of all topics; a key that fails does not hold up the others. */
    public Replayed replayDeadLetters() {
        List<AggregateKey> keys = replay.keys();
        return keys.stream().map(this::replay).reduce(new Replayed(0, 0), Replayed::plus);
    }

    /**
     * In the order of the aggregate's versions, each in its own transaction, up to the first that cannot be applied. When none
     * is left, later events of the key are applied as they arrive again.
     */
    public Replayed replayDeadLetters(String topic, String key) {
        return replay(new AggregateKey(topic, key));
    }

    /** Dead letters of all consumers that are not settled, oldest first, from the one after the given id. */
    public List<DeadLetter> deadLetters(UUID after, int limit) {
        return replay.list(after, limit);
    }

    /**
     * Settles a dead letter without applying it. What it told stays missing: later events of its key wait until its source tells
     * the whole state anew.
     *
     * @param by {@code sub} of the administrator, for the log
     * @return false when there is no such dead letter or it is settled already
     */
    public boolean discard(UUID deadLetter, String by) {
        boolean discarded = replay.discard(deadLetter);
        if (discarded) {
            LOG.warnf("Dead letter %s was discarded by %s", deadLetter, by);
        }
        return discarded;
    }

    /** After an arrival: a gap may be filled now. A dead letter of another kind is left to an operator. */
    void heal(AggregateKey key) {
        if (replay.waitsForArrival(key)) {
            replay(key);
        }
    }

    private Replayed replay(AggregateKey key) {
        int settled = 0;
        try {
            DeadLetterReplay.Outcome outcome = replay.next(key);
            while (outcome == DeadLetterReplay.Outcome.SETTLED) {
                settled++;
                outcome = replay.next(key);
            }
            return new Replayed(settled, outcome == DeadLetterReplay.Outcome.FREE ? 0 : 1);
        } catch (RuntimeException e) {
            LOG.warnf("Dead letters of %s on %s stay: %s", key.key(), key.topic(), Faults.describe(e));
            return new Replayed(settled, 1);
        }
    }
}
