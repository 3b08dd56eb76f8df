package org.alongside.audit.accessevent.api;

import java.time.Duration;
import java.time.Instant;

/** How long a bar of a {@link Timeline} lasts. Steps begin with the hour or the day in UTC. */
public enum TimelineStep {
    HOUR(Duration.ofHours(1)), DAY(Duration.ofDays(1));

    private static final Duration LONGEST_BY_HOUR = Duration.ofHours(72);

    private final Duration length;

    TimelineStep(Duration length) {
        this.length = length;
    }

    /** The step in which a time of this length is read best. */
    public static TimelineStep of(Duration time) {
        return time.compareTo(LONGEST_BY_HOUR) > 0 ? DAY : HOUR;
    }

    public Duration length() {
        return length;
    }

    /** Number of the step since 1970. */
    public long number(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), length.toSeconds());
    }

    /** When the step of this number begins. */
    public Instant begin(long number) {
        return Instant.ofEpochSecond(number * length.toSeconds());
    }
}
