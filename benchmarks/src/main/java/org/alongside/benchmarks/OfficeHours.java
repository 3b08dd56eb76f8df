package org.alongside.benchmarks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Times of work over some years, in their order: mostly between eight and six on weekdays, a little at night and at weekends, more each
 * year, and now and then an hour with five times the work.
 */
final class OfficeHours {

    private static final int SECONDS_A_DAY = 86_400;
    private static final double WEEKEND = 0.08;
    private static final double GROWTH_A_DAY = 1.0003;

    private final LocalDate from;
    private final LocalDate until;
    private final SplittableRandom random = new SplittableRandom(7);

    /** @param until excluded */
    OfficeHours(LocalDate from, LocalDate until) {
        this.from = from;
        this.until = until;
    }

    /** About so many times. */
    void forEach(long times, Consumer<Instant> each) {
        double total = from.datesUntil(until).mapToDouble(this::weight).sum();
        from.datesUntil(until).forEach(day -> day(day, (int) Math.round(times * weight(day) / total), each));
    }

    private double weight(LocalDate day) {
        double grown = Math.pow(GROWTH_A_DAY, day.toEpochDay() - from.toEpochDay());
        return grown * (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : WEEKEND);
    }

    private void day(LocalDate day, int times, Consumer<Instant> each) {
        int burst = random.nextInt(10) == 0 ? 8 + random.nextInt(9) : -1;
        Instant begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        IntStream.range(0, times).map(i -> second(burst)).sorted()
                .forEach(
                        second -> each.accept(begin.plusSeconds(second).plusNanos(random.nextInt(1_000_000) * 1_000L)));
    }

    private int second(int burst) {
        if (burst >= 0 && random.nextInt(100) < 30) {
            return burst * 3_600 + random.nextInt(3_600);
        }
        return random.nextInt(100) < 5
                ? random.nextInt(SECONDS_A_DAY)
                : (int) (8 * 3_600 + 10 * 3_600 * (random.nextDouble() + random.nextDouble()) / 2);
    }
}
