package org.alongside.intake.consenttext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.alongside.kit.print.Words;

import io.quarkus.runtime.Startup;

/** The wordings of consent texts by language. A faulty one stops the start: nobody is asked half a question. */
@Singleton
@Startup
class Wordings {

    private static final String SHIPPED = "/consent-texts/";
    private static final String FILE_TYPE = ".properties";

    private final Map<Locale, Words> wordings = new LinkedHashMap<>();
    private final Words fallback;

    /** @throws IllegalStateException when a file is missing, cannot be read or lacks a text; the message names it */
    Wordings(ConsentTextConfig config) {
        Locale first = Locale.forLanguageTag(config.languages().get(0));
        config.languages().forEach(language -> add(language, Words.onClassPath(SHIPPED + language + FILE_TYPE)));
        fallback = wordings.get(first);
        config.folder().ifPresent(this::addAllOf);
        refuseIncomplete(new Words(first, Words.onClassPath(SHIPPED + config.languages().get(0) + FILE_TYPE)).keys());
    }

    /** By the lookup of RFC 4647, section 3.4: {@code es-MX} finds {@code es}. The first of all for {@code null}. */
    Words closestTo(String language) {
        if (language == null) {
            return fallback;
        }
        Locale found = Locale.lookup(List.of(new LanguageRange(language)), wordings.keySet());
        return found == null ? fallback : wordings.get(found);
    }

    private void add(String language, Map<String, String> texts) {
        Locale locale = Locale.forLanguageTag(language);
        wordings.put(locale, new Words(locale, texts));
    }

    private void addAllOf(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + FILE_TYPE)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                try (InputStream texts = Files.newInputStream(file)) {
                    add(name.substring(0, name.length() - FILE_TYPE.length()), Words.read(texts));
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException("The consent texts in " + folder
                    + " cannot be read. Check alongside.consent-texts.folder and the rights on the files.", failure);
        }
    }

    private void refuseIncomplete(Set<String> expected) {
        wordings.forEach((language, words) -> {
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(words.keys());
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "The consent text in " + language.toLanguageTag() + " lacks " + missing);
            }
        });
    }
}
