package org.alongside.intake.consenttext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.consenttext.api.ConsentText;
import org.alongside.intake.consenttext.api.ConsentText.Section;
import org.alongside.kit.agency.AgencyDirectory;
import org.alongside.kit.digest.Sha256;
import org.alongside.kit.print.Words;

import com.ibm.icu.util.ULocale;

/**
 * Writes what a client is asked to agree to. It names no client, so that the same terms always give the same text and the same hash. The
 * order of its sections must not change within a version of the wording.
 */
@ApplicationScoped
public class ConsentTexts {

    private final Wordings wordings;
    private final AgencyDirectory agencies;

    ConsentTexts(Wordings wordings, AgencyDirectory agencies) {
        this.wordings = wordings;
        this.agencies = agencies;
    }

    /** @param language wanted, a BCP 47 tag; {@code null} for any. Another is used where there is no such text, and the text says which */
    public ConsentText of(ConsentTerms terms, String language) {
        Words words = wordings.closestTo(language);
        List<Section> sections = sections(terms, words);
        String title = words.text("title");
        String plain = plain(title, sections);
        return new ConsentText(words.text("version"), words.tag(), title, sections, plain,
                Sha256.hex(plain.getBytes(UTF_8)));
    }

    /** The words of a language for what stands around a text on paper. */
    public Words words(String language) {
        return wordings.closestTo(language);
    }

    /** Whether it is read from right to left, as HTML's {@code dir} says it. */
    public static String direction(String language) {
        return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
    }

    private List<Section> sections(ConsentTerms terms, Words words) {
        List<Section> sections = new ArrayList<>();
        sections.add(section(words, "asked", words.sentence("asked", agencies.nameOf(terms.homeAgency()))));
        sections.add(list(words, "who", names(terms.recipients())));
        sections.add(list(words, "what", told(words, "part", terms.parts())));
        if (!terms.categories().isEmpty()) {
            sections.add(list(words, "about", told(words, "category", terms.categories())));
        }
        sections.add(list(words, "why", told(words, "purpose", terms.purposes())));
        sections.add(section(words, "how-long", howLong(terms, words)));
        sections.add(told(words, "choice"));
        sections.add(told(words, "limits"));
        return sections;
    }

    private List<String> names(List<UUID> recipients) {
        return recipients.stream().map(agencies::nameOf).sorted().toList();
    }

    private String howLong(ConsentTerms terms, Words words) {
        ZoneId zone = agencies.zoneOf(terms.homeAgency());
        return words.sentence("how-long", words.date(terms.validFrom(), zone), words.date(terms.validUntil(), zone));
    }

    private static List<String> told(Words words, String kind, List<String> codes) {
        return codes.stream().map(code -> words.of(kind, code)).toList();
    }

    private static Section section(Words words, String name, String paragraph) {
        return new Section(words.text(name), List.of(paragraph), List.of());
    }

    private static Section list(Words words, String name, List<String> items) {
        return new Section(words.text(name), List.of(words.text(name + ".1")), items);
    }

    /** A section of as many sentences as the wording has for it: {@code text.<name>.1}, {@code text.<name>.2} … */
    private static Section told(Words words, String name) {
        List<String> paragraphs = Stream.iterate(1, number -> words.has("text." + name + "." + number), n -> n + 1)
                .map(number -> words.text(name + "." + number)).toList();
        return new Section(words.text(name), paragraphs, List.of());
    }

    private static String plain(String title, List<Section> sections) {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Section section : sections) {
            text.append('\n').append(section.heading()).append('\n');
            section.paragraphs().forEach(paragraph -> text.append(paragraph).append('\n'));
            section.items().forEach(item -> text.append("- ").append(item).append('\n'));
        }
        return text.toString();
    }
}
