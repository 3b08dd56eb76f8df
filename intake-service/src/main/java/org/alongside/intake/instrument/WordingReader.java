package org.alongside.intake.instrument;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads texts with their translations: extension
 * <a href="http://hl7.org/fhir/StructureDefinition/translation">translation</a> of FHIR R4 on the text itself.
 */
final class WordingReader {

    private static final String LANGUAGE = "lang";
    private static final String CONTENT = "content";

    private final Map<String, Integer> translated = new TreeMap<>();
    private int texts;

    Wording read(Element element, String member) {
        String text = element.text(member);
        Map<String, String> translations = new HashMap<>();
        Element beside = element.object("_" + member);
        if (beside != null) {
            Extensions.of(beside, Set.of(Extensions.TRANSLATION)).get(Extensions.TRANSLATION)
                    .forEach(translation -> read(translation, translations));
        }
        if (text != null) {
            texts++;
            translations.keySet().forEach(language -> translated.merge(language, 1, Integer::sum));
        }
        return new Wording(text, translations);
    }

    private static void read(Element translation, Map<String, String> translations) {
        Map<String, Element> parts = Extensions.parts(translation, Set.of(LANGUAGE, CONTENT), FindingCode.MISSING);
        if (!parts.keySet().containsAll(Set.of(LANGUAGE, CONTENT))) {
            return;
        }
        String language = parts.get(LANGUAGE).text("valueCode");
        String content = parts.get(CONTENT).text("valueString");
        translation.require(isTag(language), FindingCode.BAD_TEXT, null, "'lang' must be a BCP 47 language tag");
        translation.require(content != null && !content.isBlank(), FindingCode.MISSING, null, "'content'");
        if (isTag(language) && content != null) {
            boolean first = translations.put(language, content) == null;
            translation.require(first, FindingCode.REPEATED, null, language);
        }
    }

    private static boolean isTag(String language) {
        try {
            return language != null && !new Locale.Builder().setLanguageTag(language).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** A person who reads half a form in another language is worse off than one who knows that it has none. */
    void reportIncomplete(Element form) {
        translated.forEach((language, count) -> form.require(count == texts, FindingCode.TRANSLATION_INCOMPLETE, null,
                language + ": " + count + " of " + texts + " texts"));
    }
}
