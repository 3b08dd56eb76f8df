package org.alongside.kit.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

import org.alongside.kit.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindIndexTest {

    @TempDir
    Path folder;

    @Test
    void tokenIsTheSameForTheSameAndDiffersInEveryPart() {
        MasterKeys keys = TestKeys.in(folder);
        BlindIndex index = new BlindIndex(keys);
        UUID agency = Ids.next();
        byte[] token = index.token(agency, "family-name", "smith");
        assertEquals(16, token.length);
        assertArrayEquals(token, new BlindIndex(TestKeys.in(folder)).token(agency, "family-name", "smith"));
        assertFalse(Arrays.equals(token, index.token(Ids.next(), "family-name", "smith")));
        assertFalse(Arrays.equals(token, index.token(agency, "given-name", "smith")));
        assertFalse(Arrays.equals(token, index.token(agency, "family-name", "smyth")));
        assertFalse(Arrays.equals(token, new BlindIndex(TestKeys.in(folder.resolve("other"))).token(agency,
                "family-name", "smith")), "another installation");
        assertFalse(Arrays.equals(index.token(agency, "a", "bc"), index.token(agency, "ab", "c")));
    }

    @ParameterizedTest
    @CsvSource({"Zo\u00eb, zoe", "Zoe\u0308, zoe", "O'Brien, obrien", "O\u2019BRIEN, obrien",
            "Smith-Jones, smith jones",
            "'  Smith   Jones ', smith jones", "Stra\u00dfe, strasse", "\uff21\uff2e\uff2e, ann",
            "\u0141ukasz, \u0142ukasz",
            "Nguy\u1ec5n, nguyen",
            "\u039f\u03b4\u03c5\u03c3\u03c3\u03ad\u03b1\u03c2, \u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03b1\u03c3",
            "\u0410\u043d\u0434\u0440\u0435\u0439, \u0430\u043d\u0434\u0440\u0435\u0438",
            "\u05d3\u05b8\u05bc\u05d5\u05b4\u05d3, \u05d3\u05d5\u05d3",
            "\u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f, \u0645\u062d\u0645\u062f",
            "\uae40\ubbfc\uc218, \uae40\ubbfc\uc218",
            "\u0930\u092e\u0947\u0936, \u0930\u092e\u0947\u0936", "\u6bdb\u3000\u4e3d, \u6bdb \u4e3d", "'', ''",
            "'-', ''"})
    void spellingsOfOneNameAreEqual(String written, String normalised) {
        assertEquals(normalised, BlindIndex.normalise(written));
        assertEquals(normalised, BlindIndex.normalise(normalised), "normalising twice changes nothing");
    }

    @Test
    void marksThatMakeAnotherWordStay() {
        assertNotEquals(BlindIndex.normalise("\u304b"), BlindIndex.normalise("\u304c"));
        assertNotEquals(BlindIndex.normalise("\u0930\u092e"), BlindIndex.normalise("\u0930\u093f\u092e\u0947"));
    }

    @ParameterizedTest
    @CsvSource({"(030) 123-45 67, 0301234567", "+49 30 1234567, 49301234567",
            "Ann.Lee@Example.org, ann.lee@example.org",
            "Window 3, window 3"})
    void contactPoints(String written, String normalised) {
        assertEquals(normalised, BlindIndex.normaliseContact(written));
    }
}
