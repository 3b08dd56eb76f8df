package org.alongside.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import org.alongside.auditlog.LogEntry;

/**
 * One made-up access of the past: what its event says, and the columns that repeat it. Few clients and workers have most of the accesses:
 * the rank of each is log-uniform, which is Zipf's law with exponent 1. Of twenty accesses to a client one comes from another agency, of
 * two hundred one is refused, of a thousand one is an emergency.
 */
record PastAccess(long sequence, Instant at, UUID eventId, UUID access, UUID agency, UUID client, UUID home,
        String operation, String action, UUID actor, String purpose, String basis, String outcome) {

    static final String SOURCE_SERVICE = "history";
    static final String SOURCE = "/alongside/" + SOURCE_SERVICE;
    /** Entries of a client on average. */
    private static final int ACCESSES_A_CLIENT = 200;
    private static final int WORKERS_AN_AGENCY = 60;
    private static final String PARTS = "\"identity\",\"contact\"";
    private static final List<String> READS = List.of("client.read", "case.read", "plan.read", "client.search",
            "assessment.read", "referral.read", "goal.read", "referral.list", "case.list");
    private static final List<String> CHANGES = List.of("client.update", "goal.propose", "step.complete", "note.add");

    /**
     * @param agencies the first of which are those of the demo
     * @param entries  in all
     */
    static PastAccess next(long sequence, Instant at, SplittableRandom random, List<UUID> agencies, long entries) {
        int clients = (int) Math.max(1_000, entries / ACCESSES_A_CLIENT);
        int rank = rank(random, clients);
        UUID home = agencies.get(rank % agencies.size());
        boolean emergency = random.nextInt(1_000) == 0;
        boolean other = emergency || random.nextInt(20) == 0;
        UUID agency = other ? agencies.get(random.nextInt(agencies.size())) : home;
        boolean change = random.nextInt(4) == 0;
        String outcome = random.nextInt(200) == 0 ? random.nextBoolean() ? "denied" : "not-visible" : "allowed";
        return new PastAccess(sequence, at, randomId(random), randomId(random), agency, client(rank), home,
                change
                        ? CHANGES.get(random.nextInt(CHANGES.size()))
                        : READS.get(rank(random, READS.size()) % READS.size()),
                change ? "U" : "R", id(2L << 32 | agencies.indexOf(agency) * 1_000L + rank(random, WORKERS_AN_AGENCY)),
                emergency ? "ETREAT" : "TREAT", emergency ? "emergency" : other ? "consent" : "home-agency", outcome);
    }

    /** The client of a rank, the first of which has the most accesses. */
    static UUID client(int rank) {
        return id(1L << 32 | rank);
    }

    static int rank(SplittableRandom random, int of) {
        return (int) Math.pow(of, random.nextDouble());
    }

    /** Spread over all ids, as random ones are, so that an index meets them in no order. */
    private static UUID id(long number) {
        return randomId(new SplittableRandom(number));
    }

    private static UUID randomId(SplittableRandom random) {
        return new UUID(random.nextLong() & 0xffffffffffff0fffL | 0x4000, random.nextLong() >>> 2 | 1L << 63);
    }

    byte[] entry() {
        String payload = ("{\"id\":\"" + eventId + "\",\"at\":\"" + at + "\",\"access\":\"" + access
                + "\",\"service\":\""
                + SOURCE_SERVICE + "\",\"op\":\"" + operation + "\",\"action\":\"" + action
                + "\",\"kind\":\"worker\",\"actor\":\"" + actor + "\",\"app\":\"alongside-frontend\",\"agency\":\""
                + agency
                + "\",\"roles\":[\"case-worker\"],\"client\":\"" + client + "\",\"home\":\"" + home + "\",\"parts\":["
                + PARTS + "],\"records\":[{\"type\":\"client\",\"id\":\"" + client + "\",\"version\":3}],\"purpose\":\""
                + purpose + "\",\"basis\":\"" + basis + "\",\"outcome\":\"" + outcome + "\"}");
        return LogEntry.of(SOURCE, 1, sequence, payload.getBytes(UTF_8)).bytes();
    }
}
