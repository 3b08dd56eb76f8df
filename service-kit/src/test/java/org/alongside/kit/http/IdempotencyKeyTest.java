package org.alongside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyKeyTest {

    @Test
    void absentIsNoKey() {
        assertTrue(IdempotencyKey.parse(null).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"abc-1,abc-1", "\"abc-1\",abc-1", "\"a\\\"b\\\\c\",a\"b\\c",
            "8e03978e-40d5-43dd-bc93-6894a57f9324,8e03978e-40d5-43dd-bc93-6894a57f9324"})
    void bareAndQuotedFormAreOneKey(String header, String key) {
        assertEquals(key, IdempotencyKey.parse(header).orElseThrow().value());
    }

    static String[] malformed() {
        return new String[]{"", " ", "a b", "\"", "\"\"", "\"a", "\"a\"b", "\"a b\"", "\"a\\x\"", "sch\u00f6n", "a\tb",
                "x".repeat(256), "\"" + "x".repeat(256) + "\""};
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void anythingElseIsInvalid(String header) {
        Problem refused = assertThrows(Problem.class, () -> IdempotencyKey.parse(header));
        assertEquals(ProblemType.INVALID_INPUT, refused.kind());
    }

    @Test
    void longestKeyPasses() {
        assertEquals(255, IdempotencyKey.parse("x".repeat(255)).orElseThrow().value().length());
    }
}
