package org.alongside.intake.duplicate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.alongside.kit.sealing.BlindIndex;
import org.apache.commons.codec.language.DoubleMetaphone;

import com.ibm.icu.text.Transliterator;

/** Forms of a name that stay the same over scripts and spellings. */
final class NameForms {

    private static final String TO_LATIN = "Any-Latin; Latin-ASCII; Lower";
    private static final int LONGEST_CODE = 6;
    /** Titles and particles, which are written or not, and say nothing of who somebody is. */
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "da", "dos", "das", "di",
            "van",
            "von", "der", "den", "al", "el", "bin", "ibn", "bint", "y", "e", "jr", "sr", "ii", "iii");

    private NameForms() {}

    /** The words of a name in small Latin letters, without particles; all of them where there is nothing else. */
    static List<String> words(String name) {
        if (name == null) {
            return List.of();
        }
        // Transliterators keep state while they work
        String latin = Transliterator.getInstance(TO_LATIN).transliterate(BlindIndex.normalise(name));
        List<String> words = Arrays.stream(BlindIndex.normalise(latin).split(" ")).filter(word -> !word.isBlank())
                .toList();
        List<String> telling = words.stream().filter(word -> !PARTICLES.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    /**
     * How a word sounds, by Lawrence Philips' Double Metaphone: one or two codes.
     *
     * @param word in small Latin letters
     */
    static Set<String> sounds(String word) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONGEST_CODE);
        Set<String> codes = new LinkedHashSet<>();
        Stream.of(false, true).map(alternate -> metaphone.doubleMetaphone(word, alternate))
                .filter(code -> code != null && !code.isEmpty()).forEach(codes::add);
        return codes.isEmpty() ? Set.of(word) : codes;
    }
}
