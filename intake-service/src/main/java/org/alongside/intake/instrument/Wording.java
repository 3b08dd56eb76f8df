package org.alongside.intake.instrument;

import java.util.Map;

/**
 * Words for people, with their translations.
 *
 * @param text         in the language of the file; null when there are none
 * @param translations by BCP 47 tag
 */
public record Wording(String text, Map<String, String> translations) {

    static Wording of(String text) {
        return new Wording(text, Map.of());
    }

    /**
     * In this language, else in the language without its region ({@code es} for {@code es-MX}), else as the file has it.
     *
     * @param language BCP 47 tag; null for the language of the file
     */
    public String in(String language) {
        if (language == null) {
            return text;
        }
        String base = language.split("-", 2)[0];
        return translations.getOrDefault(language, translations.getOrDefault(base, text));
    }
}
