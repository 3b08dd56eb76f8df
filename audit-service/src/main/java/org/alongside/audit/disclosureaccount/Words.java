package org.alongside.audit.disclosureaccount;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.alongside.audit.disclosureaccount.api.Language;
import org.alongside.audit.disclosurenote.api.NoteKind;

/** Codes and sentences in one language, from the bundle {@code words_<language>.properties}. */
public final class Words {

    private final ResourceBundle bundle;
    private final Language language;
    private final DateTimeFormatter time;

    Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(Words.class.getPackageName() + ".words", language.locale());
        this.time = DateTimeFormatter.ofPattern(bundle.getString("time"), language.locale())
                .withZone(ZoneOffset.UTC);
    }

    /** BCP 47 tag of the language. */
    public String tag() {
        return language.code();
    }

    /** Time in UTC, and says so. */
    public String time(Instant at) {
        return time.format(at);
    }

    /** A heading or another text of the page. */
    public String text(String key) {
        return bundle.getString("text." + key);
    }

    public String noteKind(NoteKind kind) {
        return of("note", kind.code());
    }

    /** @param attempts from outside that were refused */
    public String refused(long attempts) {
        return sentence("refused", attempts);
    }

    /** A sentence with what it speaks of put in. */
    String sentence(String key, Object... with) {
        return new MessageFormat(bundle.getString("sentence." + key), language.locale()).format(with);
    }

    /**
     * What a code means. A code that the bundle does not know is shown as it is rather than left out: an entry may be older or newer than
     * this service.
     *
     * @param kind for example {@code purpose}
     */
    String of(String kind, String code) {
        String key = kind + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }

    /** Several, as a list in a sentence; for none what the bundle says to that. */
    String ofAll(String kind, List<String> codes) {
        return codes.isEmpty()
                ? bundle.getString(kind + ".none")
                : codes.stream().map(code -> of(kind, code)).collect(Collectors.joining(bundle.getString("list")));
    }
}
