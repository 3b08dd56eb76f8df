package org.alongside.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Made-up access events of one source, as its outbox would send them. Few clients have most of the accesses: their rank is log-uniform,
 * which is Zipf's law with exponent 1. Workers are as many as it takes for thousands of accesses a second, each of one agency: with fewer,
 * each would open more clients in a minute than a person can, and the rules of the alerts would be busy with nothing but that.
 */
final class AccessEvents {

    static final String TOPIC = "audit.access.v1";

    private static final String TYPE = "org.alongside.audit.access.v1";
    private static final int CLIENTS = 100_000;
    private static final int WORKERS = 200_000;
    private static final int AGENCIES = 40;
    private static final List<String> OPERATIONS = List.of("client.read", "client.search", "referral.read",
            "case.read", "assessment.read", "referral.list", "client.update", "note.add");

    private final String service;
    private final SplittableRandom random;
    private long sequence;

    /** @param service made-up name of the source */
    AccessEvents(String service, long seed) {
        this.service = service;
        this.random = new SplittableRandom(seed);
    }

    /** As it stands in the log. */
    String source() {
        return "/alongside/" + service;
    }

    ProducerRecord<String, byte[]> next() {
        long number = ++sequence;
        Instant now = Instant.now();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, service, payload(now));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", newId(now).toString());
        header(record, "ce_source", source());
        header(record, "ce_type", TYPE);
        header(record, "ce_subject", newId(now).toString());
        header(record, "ce_time", now.toString());
        header(record, "ce_dataschema", "urn:alongside:event:" + TYPE);
        header(record, "content-type", "application/json");
        header(record, "ce_sequence", String.format("%019d", number));
        header(record, "ce_epoch", "1");
        header(record, "ce_aggregateversion", Long.toString(number));
        header(record, "ce_snapshot", "false");
        return record;
    }

    private byte[] payload(Instant now) {
        int client = rank(CLIENTS);
        int agency = client % AGENCIES;
        int worker = agency + AGENCIES * random.nextInt(WORKERS / AGENCIES);
        UUID home = id(3, agency);
        boolean refused = random.nextInt(100) == 0;
        return ("{\"id\":\"%s\",\"at\":\"%s\",\"access\":\"%s\",\"service\":\"%s\",\"op\":\"%s\",\"action\":\"R\","
                + "\"kind\":\"worker\",\"actor\":\"%s\",\"app\":\"alongside-frontend\",\"agency\":\"%s\",\"client\":\"%s\","
                + "\"home\":\"%s\",\"parts\":[\"identity\",\"contact\"],\"records\":[{\"type\":\"client\",\"id\":\"%s\","
                + "\"version\":%d}],\"purpose\":\"TREAT\",\"basis\":\"home-agency\",\"outcome\":\"%s\"}")
                .formatted(newId(now), now, newId(now), service, OPERATIONS.get(random.nextInt(OPERATIONS.size())),
                        id(2, worker), home, id(1, client), home, id(1, client), random.nextInt(20),
                        refused ? "not-visible" : "allowed")
                .getBytes(UTF_8);
    }

    private int rank(int of) {
        return (int) Math.pow(of, random.nextDouble());
    }

    private static UUID id(int kind, int number) {
        return new UUID(0x0f00000000004000L + ((long) kind << 40), 0x8000000000000000L + number);
    }

    /** Version 7, as the services make them: a new id goes to the end of an index. */
    private UUID newId(Instant now) {
        return new UUID(now.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
