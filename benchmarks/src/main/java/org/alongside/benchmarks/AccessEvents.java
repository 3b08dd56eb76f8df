package org.alongside.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Made-up access events of one source, as its outbox would send them. Few clients and workers have most of the accesses: the rank of each
 * is log-uniform, which is Zipf's law with exponent 1.
 */
final class AccessEvents {

    static final String TOPIC = "audit.access.v1";

    private static final String TYPE = "org.alongside.audit.access.v1";
    private static final int CLIENTS = 100_000;
    private static final int WORKERS = 2_000;
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
        header(record, "ce_id", randomId().toString());
        header(record, "ce_source", source());
        header(record, "ce_type", TYPE);
        header(record, "ce_subject", randomId().toString());
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
        UUID home = id(3, client % AGENCIES);
        boolean refused = random.nextInt(100) == 0;
        return ("{\"id\":\"%s\",\"at\":\"%s\",\"access\":\"%s\",\"service\":\"%s\",\"op\":\"%s\",\"action\":\"R\","
                + "\"kind\":\"worker\",\"actor\":\"%s\",\"app\":\"alongside-frontend\",\"agency\":\"%s\",\"client\":\"%s\","
                + "\"home\":\"%s\",\"parts\":[\"identity\",\"contact\"],\"records\":[{\"type\":\"client\",\"id\":\"%s\","
                + "\"version\":%d}],\"purpose\":\"TREAT\",\"basis\":\"home-agency\",\"outcome\":\"%s\"}")
                .formatted(randomId(), now, randomId(), service, OPERATIONS.get(random.nextInt(OPERATIONS.size())),
                        id(2, rank(WORKERS)), home, id(1, client), home, id(1, client), random.nextInt(20),
                        refused ? "not-visible" : "allowed")
                .getBytes(UTF_8);
    }

    private int rank(int of) {
        return (int) Math.pow(of, random.nextDouble());
    }

    private static UUID id(int kind, int number) {
        return new UUID(0x0f00000000004000L + ((long) kind << 40), 0x8000000000000000L + number);
    }

    private UUID randomId() {
        return new UUID(random.nextLong() & 0xffffffffffff0fffL | 0x4000, random.nextLong() >>> 2 | 1L << 63);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
