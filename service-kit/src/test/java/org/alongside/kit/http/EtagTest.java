package org.alongside.kit.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {

    @Test
    void isTheQuotedVersion() {
        assertEquals("\"7\"", Etag.of(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", " * ", "\"6\", \"7\"", "\"7\",\"8\"", " \"7\" ", "\"a,b\", \"7\""})
    void presentVersionPasses(String ifMatch) {
        assertDoesNotThrow(() -> Etag.require(ifMatch, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"77\"", "\"\"", "\"5\", \"6\"", "\"7 \"x", "\"07\""})
    void otherVersionsFailOrAreMalformed(String ifMatch) {
        ProblemType kind = refusal(ifMatch).kind();
        assertEquals(ifMatch.endsWith("x") ? ProblemType.INVALID_INPUT : ProblemType.PRECONDITION_FAILED, kind);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void absentIsRequired(String ifMatch) {
        assertEquals(ProblemType.PRECONDITION_REQUIRED, refusal(ifMatch).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "W/\"7\"", "\"6\", W/\"7\"", "\"7", "\"7\" \"8\"", "\"7\",", ",\"7\"", "*, \"7\"",
            "\"7\" , x"})
    void weakAndMalformedAreInvalid(String ifMatch) {
        assertEquals(ProblemType.INVALID_INPUT, refusal(ifMatch).kind());
    }

    private static Problem refusal(String ifMatch) {
        return assertThrows(Problem.class, () -> Etag.require(ifMatch, 7));
    }
}
