package org.alongside.kit.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Writes and reads events as Kafka records: CloudEvents 1.0 in binary content mode.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *      protocol binding</a>
 */
public final class EventHeaders {

    static final String SPEC_VERSION = "1.0";
    static final String CONTENT_TYPE = "application/json";
    private static final String SCHEMA_PREFIX = "urn:alongside:event:";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private EventHeaders() {}

    public static ProducerRecord<String, byte[]> write(Event event) {
        ProducerRecord<String, byte[]> written = new ProducerRecord<>(event.topic(), event.key(), event.payload());
        Headers headers = written.headers();
        put(headers, "ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", event.id().toString());
        put(headers, "ce_source", event.source());
        put(headers, "ce_type", event.type());
        put(headers, "ce_subject", event.subject());
        put(headers, "ce_time", event.time().toString());
        put(headers, "ce_dataschema", SCHEMA_PREFIX + event.type());
        put(headers, "content-type", CONTENT_TYPE);
        put(headers, "ce_sequence", sortable(event.sequence()));
        put(headers, "ce_epoch", Integer.toString(event.epoch()));
        put(headers, "ce_aggregateversion", Long.toString(event.aggregateVersion()));
        put(headers, "ce_snapshot", Boolean.toString(event.snapshot()));
        if (event.traceparent() != null) {
            put(headers, "traceparent", event.traceparent());
        }
        return written;
    }

    /**
     * Strict: a record that is not exactly what {@link #write} makes is refused, except that it may have more headers.
     *
     * @throws InvalidEvent naming the first attribute that is missing or cannot be read
     */
    public static Event read(ConsumerRecord<String, byte[]> received) {
        Headers headers = received.headers();
        exact(headers, "ce_specversion", SPEC_VERSION);
        exact(headers, "content-type", CONTENT_TYPE);
        String type = text(headers, "ce_type");
        exact(headers, "ce_dataschema", SCHEMA_PREFIX + type);
        return new Event(parsed(headers, "ce_id", EventHeaders::uuid), text(headers, "ce_source"), type,
                received.topic(),
                storable(present(received.key(), "key"), "key"), text(headers, "ce_subject"),
                parsed(headers, "ce_time", Instant::parse), present(received.value(), "data"), traceparent(headers),
                parsed(headers, "ce_sequence", EventHeaders::count), parsed(headers, "ce_epoch", EventHeaders::epoch),
                parsed(headers, "ce_aggregateversion", EventHeaders::count),
                parsed(headers, "ce_snapshot", EventHeaders::flag));
    }

    /** The CloudEvents extension {@code sequence} has to sort as text, so the number is padded. */
    private static String sortable(long sequence) {
        return String.format("%019d", sequence);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length == 0) {
            throw new InvalidEvent("Attribute " + name + " is missing");
        }
        return storable(isAscii(header.value()) ? new String(header.value(), US_ASCII) : decoded(header, name), name);
    }

    /** Nearly every attribute of nearly every event is, and a decoder that refuses what is no UTF-8 costs many times more. */
    private static boolean isAscii(byte[] value) {
        for (byte each : value) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(Header header, String name) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value())).toString();
        } catch (CharacterCodingException e) {
            throw garbled(name);
        }
    }

    /** No consumer could keep it: PostgreSQL has no U+0000. */
    private static String storable(String value, String name) {
        if (value.indexOf('\u0000') >= 0) {
            throw garbled(name);
        }
        return value;
    }

    private static void exact(Headers headers, String name, String expected) {
        if (!text(headers, name).equals(expected)) {
            throw garbled(name);
        }
    }

    private static <T> T parsed(Headers headers, String name, Function<String, T> parse) {
        String value = text(headers, name);
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw garbled(name);
        }
    }

    private static <T> T present(T value, String name) {
        if (value == null) {
            throw new InvalidEvent("The " + name + " is missing");
        }
        return value;
    }

    /** {@link UUID#fromString} also takes short forms, which would not come back the same. */
    private static UUID uuid(String value) {
        UUID parsed = UUID.fromString(value);
        return same(parsed, parsed.toString().equals(value));
    }

    private static Long count(String value) {
        long parsed = Long.parseLong(value);
        return same(parsed, parsed >= 0 && Character.isDigit(value.charAt(0)));
    }

    private static Integer epoch(String value) {
        int parsed = Integer.parseInt(value);
        return same(parsed, parsed >= 0 && Character.isDigit(value.charAt(0)));
    }

    private static Boolean flag(String value) {
        return same(value.equals("true"), value.equals("true") || value.equals("false"));
    }

    private static <T> T same(T parsed, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException();
        }
        return parsed;
    }

    private static String traceparent(Headers headers) {
        if (headers.lastHeader("traceparent") == null) {
            return null;
        }
        String value = text(headers, "traceparent");
        if (!TRACEPARENT.matcher(value).matches()) {
            throw garbled("traceparent");
        }
        return value;
    }

    private static InvalidEvent garbled(String name) {
        return new InvalidEvent("Attribute " + name + " cannot be read");
    }
}
