package org.alongside.auditlog.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    private static JsonScanner scanner(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return new JsonScanner(bytes, 0, bytes.length);
    }

    private static void read(String json) {
        JsonScanner scanner = scanner(json);
        scanner.skip();
        scanner.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", " {\"a\" : [1, -2.5e+3, 0, true, false, null, \"x\\u00e9\\n\"] , \"b\":{}} ",
            "\"\"", "0.5",
            "1E9", "-0"})
    void json(String json) {
        assertDoesNotThrow(() -> read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "1.", "-", "+1",
            ".5", "1e", "tru",
            "nul", "\"", "\"\\x\"", "\"\\u12g4\"", "\"a\nb\"", "[1 2]", "{\"a\":1 \"b\":2}", "1 2", "[1]]", "'a'",
            "NaN"})
    void notJson(String json) {
        assertThrows(IllegalArgumentException.class, () -> read(json));
    }

    @Test
    void noDeeperThanAReaderCanGo() {
        assertDoesNotThrow(() -> read("[".repeat(64) + "]".repeat(64)));
        assertThrows(IllegalArgumentException.class, () -> read("[".repeat(65) + "]".repeat(65)));
        assertThrows(IllegalArgumentException.class, () -> read("[".repeat(1_000_000)));
    }

    @Test
    void everyCutIsNotJson() {
        byte[] whole = "{\"a\":[1.5,true,\"x\\u0041\"],\"b\":null}".getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IllegalArgumentException.class, () -> new JsonScanner(cut, 0, cut.length).skip(),
                    "cut at " + length);
        }
    }

    @Test
    void namesAreReadThroughTheirEscapes() {
        JsonScanner scanner = scanner("{\"\\u0069d\":\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\",\"x\":7}");
        byte[][] known = {"x".getBytes(UTF_8), "id".getBytes(UTF_8)};
        scanner.beginObject();
        assertEquals(true, scanner.first('}'));
        assertEquals(1, scanner.name(known));
        assertEquals("a\"\\/\b\f\n\r\t\u00e9", scanner.text());
        assertEquals(true, scanner.next('}'));
        assertEquals("x", scanner.name());
        assertEquals(7, scanner.integer());
        assertEquals(false, scanner.next('}'));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a\"\\\n\u0001", List.of(1L, true, "\u00e9\ud83d\ude00"));
        value.put("none", null);
        String json = JsonText.of(value);
        assertEquals("{\"a\\\"\\\\\\u000a\\u0001\":[1,true,\"\u00e9\\ud83d\\ude00\"],\"none\":null}", json);
        assertDoesNotThrow(() -> read(json));
    }
}
