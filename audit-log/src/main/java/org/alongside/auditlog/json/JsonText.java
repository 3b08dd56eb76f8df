package org.alongside.auditlog.json;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON: maps as objects in their order, collections as arrays, numbers, booleans, null, and the rest as strings. */
public final class JsonText {

    private JsonText() {}

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a> */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream().map(member -> string(member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> array) {
            return array.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : string(value);
    }

    private static String string(Object value) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
