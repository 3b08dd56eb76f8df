package org.alongside.kit.problem;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Text as it may enter a service: every character storable, shown in the order in which it is stored, and equal texts equal in their
 * bytes (NFC).
 */
public final class StorableText {

    private StorableText() {}

    /**
     * Empty when the text holds U+0000 or an unpaired surrogate, which PostgreSQL cannot store, or an explicit control of direction
     * (U+202A to U+202E, U+2066 to U+2069): these reorder what stands around them, so that a page or a printed sheet shows another text
     * than the one kept. Scripts from right to left need none of them; the marks U+200E and U+200F, which reorder nothing else, stay.
     *
     * @see <a href="https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings">UAX #9, explicit directional formatting</a>
     */
    public static Optional<String> of(String text) {
        if (text.codePoints().anyMatch(point -> unstorable(point) || turnsDirection(point))) {
            return Optional.empty();
        }
        return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Whether it is an explicit control of direction. */
    public static boolean turnsDirection(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }
}
