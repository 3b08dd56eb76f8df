package org.alongside.auditlog.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

import org.alongside.auditlog.LogEntry;
import org.alongside.auditlog.json.JsonScanner;
import org.alongside.auditlog.verify.AccessFields.Field;

/** The columns of the table {@code log_entry} that repeat what the bytes of an entry say. */
final class Columns {

    static final String LEAF_HASH = "leaf_hash";

    private static final Set<String> NUMBERS = Set.of("epoch", "sequence");
    private static final String AT = "at";
    private static final String PARTS = "parts";
    /** Given by the service at sealing; follows from nothing in the bytes. */
    private static final String SEALED_AT = "sealed_at";
    private static final Map<String, BiFunction<LogEntry, AccessFields, Object>> FROM_BYTES = fromBytes();

    private Columns() {}

    private static Map<String, BiFunction<LogEntry, AccessFields, Object>> fromBytes() {
        Map<String, BiFunction<LogEntry, AccessFields, Object>> columns = new LinkedHashMap<>();
        columns.put("source", (entry, fields) -> entry.source());
        columns.put("epoch", (entry, fields) -> (long) entry.epoch());
        columns.put("sequence", (entry, fields) -> entry.sequence());
        columns.put(AT, (entry, fields) -> time(fields.text(Field.AT)));
        columns.put(PARTS, (entry, fields) -> fields.parts());
        Map.of("event_id", Field.ID, "access_id", Field.ACCESS, "agency", Field.AGENCY, "client", Field.CLIENT,
                "home_agency",
                Field.HOME, "basis_id", Field.BASIS_ID)
                .forEach((column, field) -> columns.put(column, (entry, fields) -> uuid(fields.text(field))));
        Map.of("operation", Field.OP, "action", Field.ACTION, "kind", Field.KIND, "actor", Field.ACTOR, "purpose",
                Field.PURPOSE, "basis", Field.BASIS, "outcome", Field.OUTCOME)
                .forEach((column, field) -> columns.put(column, (entry, fields) -> fields.text(field)));
        return columns;
    }

    /** The value of a column that stands next in an export, in the form in which it is compared. */
    static Object value(String column, JsonScanner json) {
        if (json.isNull()) {
            return null;
        }
        if (NUMBERS.contains(column)) {
            return json.integer();
        }
        if (column.equals(PARTS)) {
            return AccessFields.texts(json);
        }
        return column.equals(AT) ? time(json.text()) : json.text();
    }

    /**
     * What is wrong with the columns; null when nothing is.
     *
     * @param stored as {@link #value} gave them
     */
    static String fault(Map<String, Object> stored, LogEntry entry, AccessFields fields, byte[] leafHash) {
        if (stored.get(LEAF_HASH) != null
                && !Arrays.equals(Base64.getDecoder().decode((String) stored.get(LEAF_HASH)), leafHash)) {
            return "column leaf_hash is not the hash of the bytes";
        }
        for (var column : FROM_BYTES.entrySet()) {
            Object said = column.getValue().apply(entry, fields);
            if (!stored.containsKey(column.getKey())) {
                return "column " + column.getKey() + " is missing";
            }
            if (!Objects.equals(said, stored.get(column.getKey()))) {
                return "column " + column.getKey() + " is not what the bytes say";
            }
        }
        return stored.keySet().stream().filter(name -> !isKnown(name)).findFirst()
                .map(name -> "column " + name + " is not known")
                .orElse(null);
    }

    private static boolean isKnown(String name) {
        return FROM_BYTES.containsKey(name) || name.equals(LEAF_HASH) || name.equals(SEALED_AT);
    }

    /** PostgreSQL writes them in small letters. */
    private static String uuid(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant time(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time with an offset: " + text, e);
        }
    }
}
