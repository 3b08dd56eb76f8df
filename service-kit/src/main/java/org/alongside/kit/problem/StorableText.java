package org.alongside.kit.problem;

import java.text.Normalizer;
import java.util.Optional;

/** Text as it may enter a service: every character storable, and equal texts equal in their bytes (NFC). */
public final class StorableText {

    private StorableText() {}

    /** Empty when the text holds U+0000 or an unpaired surrogate, which PostgreSQL cannot store. */
    public static Optional<String> of(String text) {
        if (text.codePoints().anyMatch(StorableText::unstorable)) {
            return Optional.empty();
        }
        return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
