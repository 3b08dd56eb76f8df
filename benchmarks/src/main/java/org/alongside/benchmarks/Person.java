package org.alongside.benchmarks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Made-up client number n, always the same. One of four belongs to the demo's agency, the others to 39 made-up ones; family and given
 * names follow Zipf's law, so that in an agency one of ten has the most common family name.
 */
record Person(int n, UUID id, UUID agency, int family, int given, LocalDate born) {

    static final UUID FAMILY_SERVICES = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    static final int FAMILY_NAMES = 20_000;
    private static final double[] FAMILY = upTo(FAMILY_NAMES);
    private static final double[] GIVEN = upTo(2_000);
    /** Ids are made as the service makes them, by time, from this one on. */
    private static final long FIRST_MILLIS = 1_600_000_000_000L;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1930, 1, 1);
    private static final int DAYS = 90 * 365;
    private static final int OTHER_AGENCIES = 39;

    static Person number(int n) {
        SplittableRandom random = new SplittableRandom(n);
        UUID id = new UUID((FIRST_MILLIS + n) << 16 | 0x7000 | random.nextInt(0x1000),
                1L << 63 | random.nextLong() >>> 2);
        UUID agency = n % 4 == 0
                ? FAMILY_SERVICES
                : UUID.fromString("0a000000-0000-4000-9000-0000000000%02d".formatted(n % OTHER_AGENCIES));
        return new Person(n, id, agency, rank(FAMILY, random), rank(GIVEN, random),
                FIRST_BIRTH.plusDays(random.nextInt(DAYS)));
    }

    /** The bound before all made-up clients, or behind them. */
    static UUID bound(boolean behind) {
        return new UUID((FIRST_MILLIS + (behind ? 100_000_000 : 0)) << 16, 0);
    }

    String familyName() {
        return familyName(family);
    }

    /** @param rank 1 for the most common one */
    static String familyName(int rank) {
        return "family" + rank;
    }

    String givenName() {
        return givenName(given);
    }

    static String givenName(int rank) {
        return "given" + rank;
    }

    String phone() {
        return "555%07d".formatted(n);
    }

    /** One of fifty opened a part of the record to legal aid. */
    boolean isGranted() {
        return n % 50 == 0;
    }

    private static int rank(double[] upTo, SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(upTo.length, (found < 0 ? -found - 1 : found) + 1);
    }

    private static double[] upTo(int ranks) {
        double[] sums = new double[ranks];
        double sum = 0;
        for (int rank = 1; rank <= ranks; rank++) {
            sum += 1.0 / rank;
            sums[rank - 1] = sum;
        }
        for (int i = 0; i < ranks; i++) {
            sums[i] /= sum;
        }
        return sums;
    }
}
