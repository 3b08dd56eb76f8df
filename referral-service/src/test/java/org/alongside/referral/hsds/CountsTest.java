package org.alongside.referral.hsds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class CountsTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final Counts counts = new Counts(new Config(), new Ticking());

    @Test
    void aLargeNumberIsToldAgainForAWhile() {
        assertEquals(Counts.LARGE, count(HsdsEntity.SERVICE, Counts.LARGE));
        assertEquals(Counts.LARGE, count(HsdsEntity.SERVICE, Counts.LARGE + 1));
        assertEquals(20_000, count(HsdsEntity.ORGANIZATION, 20_000), "it is that of another list");
        now.addAndGet(60);
        assertEquals(Counts.LARGE + 1, count(HsdsEntity.SERVICE, Counts.LARGE + 1));
        assertEquals(3, asked.get());
    }

    @Test
    void aSmallNumberIsCountedEachTime() {
        count(HsdsEntity.SERVICE, Counts.LARGE - 1);
        assertEquals(5, count(HsdsEntity.SERVICE, 5));
    }

    private long count(HsdsEntity entity, long number) {
        return counts.of(HsdsQuery.of(entity).search("word"), query -> {
            asked.incrementAndGet();
            return number;
        });
    }

    private static final class Config implements HsdsConfig {

        @Override
        public Duration maxAge() {
            return Duration.ofSeconds(60);
        }

        @Override
        public String profile() {
            return "";
        }
    }

    private final class Ticking extends Clock {

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
