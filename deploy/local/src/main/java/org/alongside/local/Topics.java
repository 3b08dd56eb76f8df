package org.alongside.local;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The topics of the suite. Nothing else creates topics: Kafka refuses to make them on its own. */
public final class Topics {

    /**
     * @param partitions
     *            how many consumers of one service can share the work; order holds within a partition
     * @param retention
     *            how long Kafka keeps an event; after that a service replays it from its outbox
     */
    public record Topic(String name, int partitions, Duration retention) {}

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final int SHARED = 4;

    private static final List<Topic> ALL = Stream.concat(
            Stream.of("intake.client.v1", "intake.intake.v1", "intake.consent.v1", "intake.assessment.v1",
                    "intake.household.v1",
                    "planning.case.v1", "planning.agreement.v1", "planning.goal.v1", "planning.step.v1",
                    "planning.closure.v1",
                    "planning.hesitation.v1", "planning.review.v1", "planning.measurement.v1",
                    "planning.option.v1",
                    "referral.referral.v1", "referral.message.v1", "referral.open-referral.v1", "audit.alert.v1",
                    "audit.conflict.v1",
                    "planning.erasure.v1", "referral.erasure.v1", "audit.erasure.v1",
                    "intake.dead-letter.v1", "planning.dead-letter.v1",
                    "referral.dead-letter.v1", "audit.dead-letter.v1").map(name -> new Topic(name, SHARED, WEEK)),
            Stream.of(
                    // The log may wait for a person. What Kafka has forgotten by then no outbox knows any more either.
                    new Topic("audit.access.v1", SHARED, QUARTER),
                    // One partition: the heartbeat says of every grant before it that it has arrived.
                    new Topic("intake.grant.v1", 1, WEEK)))
            .toList();

    private Topics() {}

    public static List<Topic> all() {
        return ALL;
    }

    /** A topic that is not of the suite, for a test. */
    public static Topic named(String name) {
        return new Topic(name, 1, WEEK);
    }
}
