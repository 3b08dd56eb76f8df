package org.alongside.kit.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plain words of one language for what is printed for clients: codes, sentences, dates. What a page says itself stands in a file of its
 * own, {@code key=text} in UTF-8; what all pages say alike (parts, purposes, need categories, lists, dates) is inherited from
 * {@code words_<language>.properties} beside this class, where there is one of that language. Keys are {@code <kind>.<code>} for codes,
 * {@code text.<name>} and {@code sentence.<name>}, a sentence being a pattern of {@link MessageFormat}.
 */
public class Words {

    private static final List<Locale> SHIPPED = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private final Locale language;
    private final Map<String, String> texts;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;

    /** @param own texts of the page, which come before the inherited ones */
    public Words(Locale language, Map<String, String> own) {
        this.language = language;
        this.texts = new HashMap<>(inherited(language));
        this.texts.putAll(own);
        this.time = DateTimeFormatter.ofPattern(required("time"), language);
        this.date = DateTimeFormatter.ofPattern(required("date"), language);
    }

    /**
     * @param place of the file, absolute on the class path
     * @throws IllegalStateException when it is missing
     */
    public static Map<String, String> onClassPath(String place) {
        try (InputStream file = Words.class.getResourceAsStream(place)) {
            if (file == null) {
                throw new IllegalStateException("The words " + place + " are missing from the class path");
            }
            return read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The words " + place + " cannot be read", failure);
        }
    }

    /**
     * Words in the language asked for, as far as the suite has it: English or Spanish.
     *
     * @param language BCP 47 tag; English when there is none of it, and for {@code null}
     * @param place    of the files, absolute on the class path, up to the language: {@code …/words_}
     */
    public static Words closest(String language, String place) {
        Locale wanted = language == null ? null : Locale.lookup(List.of(new LanguageRange(language)), SHIPPED);
        Locale found = wanted == null ? Locale.ENGLISH : wanted;
        return new Words(found, onClassPath(place + found.getLanguage() + ".properties"));
    }

    /** Texts by key, from a properties file in UTF-8. */
    public static Map<String, String> read(InputStream file) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(file, UTF_8));
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static Map<String, String> inherited(Locale language) {
        String place = "words_" + language.getLanguage() + ".properties";
        return Words.class.getResource(place) == null
                ? Map.of()
                : onClassPath("/" + Words.class.getPackageName().replace('.', '/') + "/" + place);
    }

    /** BCP 47 tag of the language. */
    public String tag() {
        return language.toLanguageTag();
    }

    /** Time in UTC, and says so. */
    public String time(Instant at) {
        return time.withZone(ZoneOffset.UTC).format(at);
    }

    /** The day on which it was that time there. */
    public String date(Instant at, ZoneId zone) {
        return date.withZone(zone).format(at);
    }

    public String day(LocalDate day) {
        return date.format(day);
    }

    /** A heading or another text of the page. */
    public String text(String name) {
        return required("text." + name);
    }

    /** A sentence with what it speaks of put in. */
    public String sentence(String name, Object... with) {
        return new MessageFormat(required("sentence." + name), language).format(with);
    }

    /**
     * What a code means. A code without words is shown as it is rather than left out: what is printed may be older or newer than this
     * service.
     *
     * @param kind for example {@code purpose}
     */
    public String of(String kind, String code) {
        return texts.getOrDefault(kind + "." + code, code);
    }

    /** Several, as a list in a sentence; for none what the language says to that. */
    public String ofAll(String kind, List<String> codes) {
        return codes.isEmpty()
                ? required(kind + ".none")
                : codes.stream().map(code -> of(kind, code)).collect(Collectors.joining(required("list")));
    }

    /** @param key whole, for example {@code text.title} */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Of all its texts, inherited ones included. */
    public Set<String> keys() {
        return Set.copyOf(texts.keySet());
    }

    private String required(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("No words in " + tag() + " for " + key);
        }
        return text;
    }
}
