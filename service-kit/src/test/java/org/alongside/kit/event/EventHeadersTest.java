package org.alongside.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Event EVENT = new Event(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
            "/alongside/kit", "org.alongside.kit.thing.changed.v1", "kit.thing.v1", "key", "subject",
            Instant.parse("2026-03-01T10:00:00.123456Z"), "{\"n\":1}".getBytes(UTF_8), TRACE, 42, 3, 7, true);

    @Test
    void comesBackAsItWasWritten() {
        Event read = EventHeaders.read(received(EventHeaders.write(EVENT)));

        assertArrayEquals(EVENT.payload(), read.payload());
        assertEquals(EVENT, withPayload(read, EVENT.payload()));
    }

    @Test
    void isACloudEventInBinaryMode() {
        Headers headers = EventHeaders.write(EVENT).headers();

        assertEquals("1.0", text(headers, "ce_specversion"));
        assertEquals("01890a5d-ac96-774b-bcce-b302099a8057", text(headers, "ce_id"));
        assertEquals("/alongside/kit", text(headers, "ce_source"));
        assertEquals("org.alongside.kit.thing.changed.v1", text(headers, "ce_type"));
        assertEquals("2026-03-01T10:00:00.123456Z", text(headers, "ce_time"));
        assertEquals("subject", text(headers, "ce_subject"));
        assertEquals("urn:alongside:event:org.alongside.kit.thing.changed.v1", text(headers, "ce_dataschema"));
        assertEquals("application/json", text(headers, "content-type"));
        assertEquals("0000000000000000042", text(headers, "ce_sequence"));
        assertEquals("3", text(headers, "ce_epoch"));
        assertEquals("7", text(headers, "ce_aggregateversion"));
        assertEquals(TRACE, text(headers, "traceparent"));
    }

    @Test
    void aTraceIsNotRequired() {
        ProducerRecord<String, byte[]> written = EventHeaders.write(EVENT);
        written.headers().remove("traceparent");

        assertNull(EventHeaders.read(received(written)).traceparent());
    }

    @Test
    void headersOfOthersAreNoConcern() {
        ProducerRecord<String, byte[]> written = EventHeaders.write(EVENT);
        written.headers().add("tracestate", "vendor=1".getBytes(UTF_8));

        assertEquals(EVENT.id(), EventHeaders.read(received(written)).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "ce_dataschema",
            "content-type", "ce_sequence", "ce_epoch", "ce_aggregateversion", "ce_snapshot"})
    void namesTheMissingAttribute(String name) {
        ProducerRecord<String, byte[]> written = EventHeaders.write(EVENT);
        written.headers().remove(name);

        assertRefused(written, name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({"ce_specversion,0.3", "ce_id,1-1-1-1-1", "ce_id,x", "ce_time,yesterday", "ce_dataschema,urn:other",
            "content-type,text/plain", "ce_sequence,-1", "ce_sequence,+1", "ce_sequence,99999999999999999999",
            "ce_epoch,1.5",
            "ce_aggregateversion,x", "ce_snapshot,TRUE", "traceparent,00-xyz"})
    void namesTheGarbledAttribute(String name, String value) {
        ProducerRecord<String, byte[]> written = EventHeaders.write(EVENT);
        written.headers().remove(name).add(name, value.getBytes(UTF_8));

        assertRefused(written, name + " cannot be read");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        ProducerRecord<String, byte[]> written = EventHeaders.write(EVENT);
        written.headers().remove("ce_source").add("ce_source", new byte[]{(byte) 0xC3, (byte) 0x28});

        assertRefused(written, "ce_source cannot be read");
    }

    @Test
    void refusesWhatNoConsumerCouldKeep() {
        ProducerRecord<String, byte[]> written = EventHeaders.write(EVENT);
        assertRefused(new ProducerRecord<>(written.topic(), 0, "ke\u0000y", written.value(), written.headers()), "key");

        written.headers().remove("ce_subject").add("ce_subject", new byte[]{'a', 0});
        assertRefused(written, "ce_subject cannot be read");
    }

    @Test
    void refusesARecordWithoutKeyOrData() {
        ProducerRecord<String, byte[]> written = EventHeaders.write(EVENT);

        assertRefused(new ProducerRecord<>(written.topic(), 0, (String) null, written.value(), written.headers()),
                "key");
        assertRefused(new ProducerRecord<>(written.topic(), 0, "key", (byte[]) null, written.headers()), "data");
    }

    private static void assertRefused(ProducerRecord<String, byte[]> written, String expected) {
        InvalidEvent refusal = assertThrows(InvalidEvent.class, () -> EventHeaders.read(received(written)));
        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(sent.topic(), 0, 0, 0L, TimestampType.CREATE_TIME, 0, 0, sent.key(), sent.value(),
                sent.headers(), Optional.empty());
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    private static Event withPayload(Event event, byte[] payload) {
        return new Event(event.id(), event.source(), event.type(), event.topic(), event.key(), event.subject(),
                event.time(),
                payload, event.traceparent(), event.sequence(), event.epoch(), event.aggregateVersion(),
                event.snapshot());
    }
}
