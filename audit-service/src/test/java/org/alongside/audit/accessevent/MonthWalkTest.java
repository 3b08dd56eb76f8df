package org.alongside.audit.accessevent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.alongside.audit.month.MonthSpan;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A log of ten months in memory, against sorting all of it. */
class MonthWalkTest {

    private static final int MONTHS = 10;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private record Sealed(Instant sealedAt, Position position) {}

    private final List<Sealed> log = new ArrayList<>();
    private final List<List<MonthSpan>> asked = new ArrayList<>();

    /** Some accesses arrive months late, some sources are ahead, some months are empty, the last may still get entries. */
    @RepeatedTest(40)
    void theFirstOfAnyMixAreThoseOfTheSortedLog(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        LongStream.range(0, random.nextInt(400)).forEach(index -> {
            Instant sealedAt = BEGIN.plus(MONTH.multipliedBy(random.nextInt(MONTHS)))
                    .plusSeconds(random.nextInt(2_000_000));
            long late = random.nextInt(4) == 0 ? random.nextInt(20_000_000) : random.nextInt(5) - 2;
            log.add(new Sealed(sealedAt, new Position(sealedAt.minusSeconds(late), index)));
        });
        for (EntryOrder order : EntryOrder.values()) {
            for (int limit : new int[]{1, 7, 50, 1_000}) {
                assertEquals(sorted(log, order).stream().limit(limit).toList(), walk(order, limit),
                        order + " " + limit);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFullPageAsksNoFurtherMonths(EntryOrder order) {
        IntStream.range(0, MONTHS).forEach(month -> LongStream.range(0, 20).forEach(i -> {
            Instant at = BEGIN.plus(MONTH.multipliedBy(month)).plusSeconds(i);
            log.add(new Sealed(at, new Position(at, month * 20L + i)));
        }));
        assertEquals(20, walk(order, 20).size());
        assertEquals(1, asked.size());
        assertTrue(asked.get(0).size() < MONTHS / 2, asked.toString());
    }

    @Test
    void whatFollowsEachOtherIsOneSpan() {
        List<MonthSpan> months = months();
        MonthSpan joined = MonthWalk.joined(months).get(0);
        assertEquals(1, MonthWalk.joined(months).size());
        assertEquals(List.of(months.get(0).begins(), months.get(MONTHS - 1).ends()),
                List.of(joined.begins(), joined.ends()));
        months.remove(4);
        assertEquals(List.of(months.get(3).ends(), months.get(8).ends()),
                MonthWalk.joined(months).stream().map(MonthSpan::ends).toList());
    }

    private List<Position> walk(EntryOrder order, int limit) {
        return new MonthWalk(order, months()).first(limit, some -> {
            asked.add(some);
            return sorted(log.stream().filter(entry -> some.stream().anyMatch(month -> isIn(entry, month))).toList(),
                    order)
                    .stream().limit(limit).toList();
        }, position -> position);
    }

    private List<MonthSpan> months() {
        List<MonthSpan> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            Instant begins = BEGIN.plus(MONTH.multipliedBy(i));
            MonthSpan open = new MonthSpan(begins, begins.plus(MONTH), null, null);
            List<Instant> accesses = log.stream().filter(entry -> isIn(entry, open))
                    .map(entry -> entry.position().accessedAt()).sorted().toList();
            if (i == MONTHS - 1) {
                months.add(open);
            } else if (!accesses.isEmpty() || log.isEmpty()) {
                months.add(new MonthSpan(begins, open.ends(), accesses.stream().findFirst().orElse(begins),
                        accesses.stream().reduce((one, other) -> other).orElse(begins)));
            }
        }
        return months;
    }

    private static boolean isIn(Sealed entry, MonthSpan month) {
        return !entry.sealedAt().isBefore(month.begins()) && entry.sealedAt().isBefore(month.ends());
    }

    private static List<Position> sorted(List<Sealed> entries, EntryOrder order) {
        Comparator<Position> byTime = Comparator.comparing(Position::accessedAt)
                .thenComparing(Position::entryIndex);
        return entries.stream().map(Sealed::position)
                .sorted(order == EntryOrder.OLDEST_FIRST ? byTime : byTime.reversed()).toList();
    }
}
