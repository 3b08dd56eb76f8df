package org.alongside.kit.language;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    private final LanguageTag.Check check = new LanguageTag.Check();

    /** {@code kjb} is Q'anjob'al, which the platform cannot name; {@code ase} is American Sign Language. */
    @ParameterizedTest
    @ValueSource(strings = {"es", "ES", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "yue", "zh-yue", "ase", "kjb",
            "sgn-US",
            "de-x-leicht", "en-u-ca-gregory", "sr-Latn-RS", "iw", "he", "de-DE-1996"})
    void takesTagsOfLanguagesThatThereAre(String tag) {
        assertTrue(check.isValid(tag, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " es", "xx", "xx-zzzzzzzz", "es_MX", "english", "abcd", "spa", "und", "x-foo", "en-XX",
            "en-ZZ",
            "es-999", "en-Qaax", "en-Zzzz", "en-US-US", "e", "es-",
            "en-x-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa"})
    void refusesWhatIsNoTagOrInvented(String tag) {
        assertFalse(check.isValid(tag, null));
    }

    @Test
    void whatIsAbsentIsForOthersToRefuse() {
        assertTrue(check.isValid(null, null));
    }
}
