package org.alongside.auditlog.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.alongside.auditlog.json.JsonScanner;

/** What the payload of an entry says of the access, as far as the log repeats it in columns. Schema: org.alongside.audit.access.v1. */
final class AccessFields {

    /** Members by their names in the payload. */
    enum Field {
        ID("id"), AT("at"), ACCESS("access"), AGENCY("agency"), CLIENT("client"), HOME("home"), BASIS_ID("basisId"),
        OP("op"), ACTION(
                "action"),
        KIND("kind"), ACTOR("actor"), PARTS("parts"), PURPOSE("purpose"), BASIS("basis"), OUTCOME("outcome");

        private static final Field[] ALL = values();
        private static final byte[][] NAMES = Arrays.stream(ALL).map(field -> field.member.getBytes(UTF_8))
                .toArray(byte[][]::new);

        private final String member;

        Field(String member) {
            this.member = member;
        }
    }

    private static final int UUID_LENGTH = 36;

    private final byte[] json;
    private final int[] starts = new int[Field.ALL.length];

    private AccessFields(byte[] json) {
        this.json = json;
    }

    /**
     * @param entry       bytes of an entry
     * @param payloadFrom where its payload starts
     * @throws IllegalArgumentException when the payload is not a JSON object that has each of these members at most once: readers
     *                                  would not agree on what it says
     */
    static AccessFields read(byte[] entry, int payloadFrom) {
        AccessFields fields = new AccessFields(entry);
        JsonScanner scanner = new JsonScanner(entry, payloadFrom, entry.length);
        scanner.beginObject();
        for (boolean more = scanner.first('}'); more; more = scanner.next('}')) {
            int field = scanner.name(Field.NAMES);
            if (field >= 0) {
                fields.place(Field.ALL[field], scanner.position());
            }
            scanner.skip();
        }
        scanner.end();
        return fields;
    }

    private void place(Field field, int position) {
        if (starts[field.ordinal()] != 0) {
            throw new IllegalArgumentException("The payload says '" + field.member + "' twice");
        }
        starts[field.ordinal()] = position;
    }

    /** Id of the event. */
    UUID id() {
        String id = text(Field.ID);
        if (id == null || id.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("The payload has no id that is a UUID");
        }
        return UUID.fromString(id);
    }

    /** Null when the payload does not say it. */
    String text(Field field) {
        int start = starts[field.ordinal()];
        if (start == 0) {
            return null;
        }
        JsonScanner scanner = new JsonScanner(json, start, json.length);
        return scanner.isNull() ? null : scanner.text();
    }

    /** Empty when the payload has no parts. */
    List<String> parts() {
        int start = starts[Field.PARTS.ordinal()];
        return start == 0 ? List.of() : texts(new JsonScanner(json, start, json.length));
    }

    static List<String> texts(JsonScanner scanner) {
        List<String> texts = new ArrayList<>();
        scanner.beginArray();
        for (boolean more = scanner.first(']'); more; more = scanner.next(']')) {
            texts.add(scanner.text());
        }
        return texts;
    }
}
