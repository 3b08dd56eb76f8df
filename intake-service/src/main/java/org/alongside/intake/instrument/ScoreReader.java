package org.alongside.intake.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.alongside.kit.code.Coded;

/** Reads the extension by which answers become a number; {@code docs/instruments.md} describes it. */
final class ScoreReader {

    private static final Set<String> SCORE = Set.of("name", "title", "method", "of", "least", "band");
    private static final Set<String> BAND = Set.of("code", "label", "from", "to");
    private static final String CODE = "[a-z][a-z0-9-]{0,39}";
    private static final int MOST = 20;

    private final Map<String, Draft> drafts;
    private final WordingReader wordings;
    private final NeedRuleReader rules;

    ScoreReader(Map<String, Draft> drafts, WordingReader wordings, NeedRuleReader rules) {
        this.drafts = drafts;
        this.wordings = wordings;
        this.rules = rules;
    }

    List<ScoreRule> read(Element form, List<Element> scores) {
        form.require(scores.size() <= MOST, FindingCode.TOO_LARGE, "extension", "at most " + MOST + " scores");
        Set<String> names = new HashSet<>();
        List<ScoreRule> read = new ArrayList<>();
        for (Element element : scores) {
            score(element).ifPresent(score -> {
                element.require(names.add(score.name()), FindingCode.REPEATED, null, "score '" + score.name() + "'");
                read.add(score);
            });
        }
        return read;
    }

    private Optional<ScoreRule> score(Element score) {
        Map<String, List<Element>> parts = parts(score, SCORE);
        String name = code(score, one(score, parts, "name"), "name");
        Element title = one(score, parts, "title");
        Element method = one(score, parts, "method");
        Optional<ScoreMethod> how = Coded.of(ScoreMethod.class, method == null ? null : method.text("valueCode"));
        score.require(how.isPresent(), FindingCode.BAD_SCORE, null, "'method' must be the valueCode sum or mean");
        List<String> questions = questions(score, parts.get("of"));
        Integer least = least(score, parts.get("least"), questions.size());
        List<Band> bands = bands(score, parts.get("band"));
        return title == null || name == null || how.isEmpty() || questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScoreRule(name, wordings.read(title, "valueString"), how.get(), questions, least,
                        bands));
    }

    /** Of each question by itself, or of all in a group. */
    private List<String> questions(Element score, List<Element> of) {
        Set<String> questions = new LinkedHashSet<>();
        for (Element part : of) {
            String linkId = part.text("valueString");
            List<Draft> meant = drafts.values().stream().filter(draft -> draft.question().linkId().equals(linkId)
                    || draft.around().groups().contains(linkId)).filter(draft -> draft.question().isScorable())
                    .toList();
            part.require(!meant.isEmpty(), FindingCode.BAD_SCORE, null,
                    "no question or group that counts: a choice with ordinalValue, an integer or a decimal, not repeated");
            meant.forEach(draft -> questions.add(draft.question().linkId()));
        }
        score.require(!of.isEmpty(), FindingCode.BAD_SCORE, null, "'of' must name a question or a group");
        return List.copyOf(questions);
    }

    private static Integer least(Element score, List<Element> least, int questions) {
        if (least.isEmpty()) {
            return null;
        }
        Integer number = least.get(0).integer("valueInteger");
        score.require(least.size() == 1 && number != null && number >= 1 && number <= questions, FindingCode.BAD_SCORE,
                null, "'least' must be one valueInteger from 1 to the number of questions");
        return number;
    }

    private List<Band> bands(Element score, List<Element> elements) {
        List<Band> bands = new ArrayList<>();
        for (Element element : elements) {
            band(element).ifPresent(bands::add);
        }
        for (int i = 1; i < bands.size(); i++) {
            score.require(bands.get(i - 1).isBefore(bands.get(i)), FindingCode.BAD_SCORE, null,
                    "bands go upwards and do not meet: '" + bands.get(i - 1).code() + "', '" + bands.get(i).code()
                            + "'");
        }
        long codes = bands.stream().map(Band::code).distinct().count();
        score.require(codes == bands.size(), FindingCode.REPEATED, null, "a band has its own code");
        return bands;
    }

    private Optional<Band> band(Element band) {
        Map<String, List<Element>> parts = parts(band, BAND);
        String code = code(band, one(band, parts, "code"), "code");
        Element label = one(band, parts, "label");
        BigDecimal from = decimal(band, parts.get("from"));
        BigDecimal to = decimal(band, parts.get("to"));
        band.require(from == null || to == null || from.compareTo(to) <= 0, FindingCode.BAD_SCORE, null,
                "'from' lies above 'to'");
        List<NeedRule> needs = rules.always(parts.get(Extensions.NEED_RULE));
        band.require(needs.size() < 2, FindingCode.BAD_SCORE, null, "a band proposes one need at most");
        return code == null || label == null
                ? Optional.empty()
                : Optional.of(new Band(code, wordings.read(label, "valueString"), from, to,
                        needs.isEmpty() ? null : needs.get(0)));
    }

    private static Map<String, List<Element>> parts(Element element, Set<String> known) {
        Map<String, List<Element>> parts = new HashMap<>();
        known.forEach(part -> parts.put(part, new ArrayList<>()));
        parts.put(Extensions.NEED_RULE, new ArrayList<>());
        for (Element part : element.objects("extension")) {
            List<Element> those = parts.get(String.valueOf(part.text("url")));
            part.require(those != null, FindingCode.BAD_SCORE, null, "no part '" + part.text("url") + "'");
            if (those != null) {
                those.add(part);
            }
        }
        return parts;
    }

    /** @return null unless there is just one */
    private static Element one(Element element, Map<String, List<Element>> parts, String part) {
        element.require(parts.get(part).size() == 1, FindingCode.BAD_SCORE, null,
                "'" + part + "' must stand here once");
        return parts.get(part).size() == 1 ? parts.get(part).get(0) : null;
    }

    private static String code(Element element, Element part, String name) {
        String code = part == null ? null : part.text("valueCode");
        boolean good = code != null && code.matches(CODE);
        element.require(part == null || good, FindingCode.BAD_SCORE, null,
                "'" + name + "' must be a valueCode " + CODE);
        return good ? code : null;
    }

    private static BigDecimal decimal(Element band, List<Element> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        Optional<Object> value = parts.get(0).value("valueDecimal", QuestionType.DECIMAL);
        band.require(parts.size() == 1 && value.isPresent(), FindingCode.BAD_SCORE, null,
                "'from' and 'to' must each be one valueDecimal");
        return (BigDecimal) value.orElse(null);
    }
}
