package org.alongside.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0, 0xD800, 0xDFFF})
    void takesNoControlOfDirectionAndNothingThatCannotBeStored(int point) {
        assertEquals(Optional.empty(), StorableText.of("Ann" + Character.toString(point) + "Lee"));
    }

    /** Marks and joiners that Arabic, Hebrew, Persian and Indic spellings need, an emoji of several characters, and 4-byte letters. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0643\u0631\u064a\u0645", "a\u200eb", "a\u200fb",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0915\u094d\u200d\u0937", "\ud83d\udc69\u200d\ud83d\udc67", "\ud842\udfb7", "\u2029"})
    void takesTextOfEveryScriptAsItIs(String text) {
        assertEquals(Optional.of(text), StorableText.of(text));
    }

    @Test
    void makesEqualTextsEqual() {
        assertEquals(StorableText.of("Jos\u00e9"), StorableText.of("Jose\u0301"));
    }
}
