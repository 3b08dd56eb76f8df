package org.alongside.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void isVersion7OfTheRfcVariant() {
        UUID id = Ids.next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void startsWithTheTimeInMilliseconds() {
        long before = System.currentTimeMillis();
        long stamp = Ids.next().getMostSignificantBits() >>> 16;
        assertTrue(stamp >= before && stamp <= System.currentTimeMillis() + 1, "time in the id: " + stamp);
    }

    @Test
    void sortsAsTextInTheOrderOfMaking() {
        List<String> ids = Stream.generate(Ids::next).limit(50_000).map(UUID::toString).toList();
        assertEquals(ids.stream().sorted(Comparator.naturalOrder()).toList(), ids);
    }

    @Test
    void goesOnRisingWhenTheClockStepsBack() {
        Instant now = Instant.now();
        long first = Ids.nextTick(now);
        assertTrue(Ids.nextTick(now.minusSeconds(5)) > first);
    }

    @Test
    void neverRepeatsAcrossThreads() {
        ConcurrentHashMap<UUID, Boolean> seen = new ConcurrentHashMap<>();
        IntStream.range(0, 200_000).parallel().forEach(i -> seen.put(Ids.next(), true));
        assertEquals(200_000, seen.size());
    }
}
