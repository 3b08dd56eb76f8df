package org.alongside.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201", "\t=1", "\r=1",
            "\n=1",
            "'=1", "''", "a", "", "a\"b", "a,b", "a'b", "\"=1", "=\"x\"\",\"=2"})
    void noFieldIsAFormulaAndEachComesBackAsItWas(String field) {
        String quoted = Csv.record(Stream.of(field));
        String seen = quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
        assertFalse(seen.matches("(?s)[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n].*"), seen);
        assertFalse(quoted.substring(1, quoted.length() - 1).replace("\"\"", "").contains("\""), "one field only");
        assertEquals(field, seen.startsWith("'") ? seen.substring(1) : seen);
    }
}
