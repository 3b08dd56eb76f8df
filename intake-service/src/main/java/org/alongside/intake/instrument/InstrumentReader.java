package org.alongside.intake.instrument;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.alongside.kit.digest.Sha256;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.StorableText;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes an instrument of one file and says everything that is to be said of the file, not only what is wrong first. */
final class InstrumentReader {

    /** Says that the question was asked and left aside, so it can mean nothing. */
    private static final String LEFT_ASIDE = "rather-not-say";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9.-]{0,63}";
    private static final String VERSION = "[0-9A-Za-z][0-9A-Za-z.-]{0,31}";
    /** Link ids and codes of options: what an answer is written with. */
    private static final String ANSWER_NAME = "[^\\s\\p{Cntrl}]{1,80}";
    private static final int LONGEST_TITLE = 300;
    private static final int VERSION_FROM_HASH = 12;
    private static final int MOST_BYTES = 512 * 1024;
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 20_000;
    /** An answer for each must fit into one assessment. */
    private static final int MOST_QUESTIONS = 200;
    /** So many values has an answer at most. */
    private static final int MOST_OPTIONS = 50;

    private static final Set<String> FORM = Set.of("resourceType", "id", "url", "version", "title", "_title", "item");
    private static final Set<String> ITEM = Set.of("linkId", "text", "_text", "type", "enableWhen", "enableBehavior",
            "required", "repeats", "answerOption", "item");
    private static final Set<String> OPTION = Set.of("valueCoding");
    private static final Set<String> CODING = Set.of("code", "display", "_display");
    private static final Map<String, QuestionType> TYPES = Map.of("choice", QuestionType.CHOICE, "boolean",
            QuestionType.BOOLEAN, "text", QuestionType.TEXT, "string", QuestionType.TEXT, "integer",
            QuestionType.INTEGER, "decimal", QuestionType.DECIMAL, "date", QuestionType.DATE);
    private static final Map<QuestionType, String> VALUES = Map.of(QuestionType.INTEGER, "valueInteger",
            QuestionType.DECIMAL, "valueDecimal", QuestionType.DATE, "valueDate");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_STRING).build()).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final byte[] source;
    private final NeedRuleReader rules;
    private final Findings findings = new Findings();
    private final WordingReader wordings = new WordingReader();
    private final Set<String> linkIds = new TreeSet<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private InstrumentReader(byte[] source, NeedCategories categories) {
        this.source = source;
        this.rules = new NeedRuleReader(categories);
    }

    /** @param source bytes of the file, JSON in UTF-8 */
    static Reading read(byte[] source, NeedCategories categories) {
        return new InstrumentReader(source, categories).read();
    }

    private Reading read() {
        JsonNode root = parse();
        if (root == null || !root.isObject()) {
            if (findings.firstError().isEmpty()) {
                findings.add(FindingCode.WRONG_TYPE, "", "an object");
            }
            return new Reading(Optional.empty(), null, null, findings.all());
        }
        return read(new Element(root, "", findings));
    }

    /** @return null when it cannot be read */
    private JsonNode parse() {
        if (source.length > MOST_BYTES) {
            findings.add(FindingCode.TOO_LARGE, "", "at most " + MOST_BYTES + " bytes");
            return null;
        }
        try {
            return JSON.readTree(source);
        } catch (StreamConstraintsException limit) {
            findings.add(FindingCode.TOO_LARGE, "", "at most " + DEEPEST + " levels and " + LONGEST_STRING
                    + " characters in one text");
        } catch (JsonProcessingException fault) {
            findings.add(FindingCode.MALFORMED, "", fault.getLocation() == null
                    ? null
                    : "line " + fault.getLocation().getLineNr() + ", column " + fault.getLocation().getColumnNr());
        } catch (IOException fault) {
            findings.add(FindingCode.MALFORMED, "", "not in UTF-8");
        }
        return null;
    }

    private Reading read(Element form) {
        form.require("Questionnaire".equals(form.text("resourceType")), FindingCode.UNKNOWN_VALUE, "resourceType",
                "Questionnaire");
        form.understands(FORM);
        String name = named(form, "id", NAME);
        String version = version(form);
        String title = wordings.read(form, "title").text();
        form.require(title != null && !title.isBlank(), FindingCode.MISSING, "title", null);
        form.require(title == null || title.length() <= LONGEST_TITLE, FindingCode.BAD_TEXT, "title", null);
        form.require(form.text("url") != null, FindingCode.MISSING, "url", null);
        List<Element> scores = Extensions.of(form, Set.of(Extensions.SCORE)).get(Extensions.SCORE);
        form.objects("item").forEach(item -> read(item, Surroundings.NONE));
        boolean empty = drafts.isEmpty() && findings.firstError().isEmpty();
        form.require(!empty, FindingCode.MISSING, "item", "a question");
        form.require(drafts.size() <= MOST_QUESTIONS, FindingCode.TOO_LARGE, "item",
                "at most " + MOST_QUESTIONS + " questions");
        List<Question> questions = new ConditionReader(drafts).questions();
        List<ScoreRule> scoreRules = new ScoreReader(drafts, wordings, rules).read(form, scores);
        wordings.reportIncomplete(form);
        Optional<Instrument> instrument = findings.firstError().isPresent()
                ? Optional.empty()
                : Optional.of(new Instrument(name, version, title, source, questions, scoreRules));
        return new Reading(instrument, name, version, findings.all());
    }

    private String version(Element form) {
        if (form.has("version")) {
            return named(form, "version", VERSION);
        }
        form.report(FindingCode.VERSION_ASSUMED, "version", null);
        return Sha256.hex(source).substring(0, VERSION_FROM_HASH);
    }

    /** @return null when it is missing or no name */
    private static String named(Element element, String member, String pattern) {
        String name = element.text(member);
        element.require(name != null, FindingCode.MISSING, member, null);
        boolean good = name != null && name.matches(pattern)
                && StorableText.of(name).filter(name::equals).isPresent();
        element.require(name == null || good, FindingCode.BAD_TEXT, member, "must match " + pattern);
        return good ? name : null;
    }

    private void read(Element item, Surroundings outside) {
        item.understands(ITEM);
        String linkId = named(item, "linkId", ANSWER_NAME);
        item.require(linkId == null || linkIds.add(linkId), FindingCode.REPEATED, "linkId", null);
        item.require(!Boolean.TRUE.equals(item.flag("required")), FindingCode.REQUIRED_LEFT_OPEN, "required", null);
        Surroundings around = item.has("enableWhen") ? outside.conditional(item) : outside;
        String type = String.valueOf(item.text("type"));
        if ("group".equals(type)) {
            readGroup(item, linkId, around);
        } else if ("display".equals(type)) {
            readDisplay(item);
        } else if (TYPES.containsKey(type)) {
            readQuestion(item, linkId, TYPES.get(type), around);
        } else {
            item.report(FindingCode.UNKNOWN_VALUE, "type",
                    "group, display, choice, boolean, text, string, integer, decimal or date");
        }
    }

    private void readGroup(Element group, String linkId, Surroundings around) {
        wordings.read(group, "text");
        boolean repeats = Boolean.TRUE.equals(group.flag("repeats"));
        group.require(!repeats || !around.repeatingGroup(), FindingCode.OUT_OF_PLACE, "repeats",
                "a repeating group stands in no other");
        group.require(!group.node().path("item").isEmpty(), FindingCode.MISSING, "item", "a group holds items");
        refuse(group, "answerOption");
        Extensions.of(group, Set.of());
        Surroundings within = around.group(String.valueOf(linkId), repeats);
        group.objects("item").forEach(item -> read(item, within));
    }

    private void readDisplay(Element display) {
        wordings.read(display, "text");
        List.of("item", "answerOption", "repeats").forEach(member -> refuse(display, member));
        Extensions.of(display, Set.of());
    }

    private void readQuestion(Element item, String linkId, QuestionType type, Surroundings around) {
        Map<String, Option> options = new LinkedHashMap<>();
        Map<Object, List<NeedRule>> proposals = new HashMap<>();
        Map<String, List<Element>> extensions = Extensions.of(item, understood(type));
        if (type == QuestionType.CHOICE) {
            readOptions(item, options, proposals);
        } else {
            refuse(item, "answerOption");
            proposals.putAll(rules.ofBoolean(extensions.getOrDefault(Extensions.NEED_RULE, List.of())));
        }
        Question question = new Question(linkId, wordings.read(item, "text"), type,
                Boolean.TRUE.equals(item.flag("repeats")), around.repeatingGroup(), options,
                limits(item, type, extensions), proposals, List.of());
        if (linkId != null) {
            drafts.putIfAbsent(linkId, new Draft(item, question, around));
        }
        Surroundings within = around.answered(String.valueOf(linkId));
        item.objects("item").forEach(part -> read(part, within));
    }

    private static Set<String> understood(QuestionType type) {
        if (type == QuestionType.BOOLEAN) {
            return Set.of(Extensions.NEED_RULE);
        }
        return type.isOrdered() ? Set.of(Extensions.LEAST, Extensions.MOST) : Set.of();
    }

    private static Limits limits(Element item, QuestionType type, Map<String, List<Element>> extensions) {
        if (!type.isOrdered()) {
            return Limits.NONE;
        }
        Limits limits = new Limits(limit(extensions.get(Extensions.LEAST), type),
                limit(extensions.get(Extensions.MOST), type));
        item.require(!limits.areEmpty(), FindingCode.UNKNOWN_VALUE, "extension", "minValue lies above maxValue");
        return limits;
    }

    /** @return null when there is none */
    private static Object limit(List<Element> extensions, QuestionType type) {
        if (extensions.isEmpty()) {
            return null;
        }
        Element limit = extensions.get(0);
        String member = VALUES.get(type);
        limit.require(extensions.size() == 1, FindingCode.REPEATED, null, null);
        limit.require(limit.has(member), FindingCode.MISSING, member, null);
        return limit.value(member, type).orElse(null);
    }

    private static void refuse(Element item, String member) {
        item.require(!item.has(member), FindingCode.OUT_OF_PLACE, member, null);
    }

    private void readOptions(Element item, Map<String, Option> options, Map<Object, List<NeedRule>> proposals) {
        List<Element> elements = item.objects("answerOption");
        item.require(!elements.isEmpty(), FindingCode.MISSING, "answerOption", null);
        item.require(elements.size() <= MOST_OPTIONS, FindingCode.TOO_LARGE, "answerOption",
                "at most " + MOST_OPTIONS + " options");
        elements.forEach(option -> read(option, options, proposals));
    }

    private void read(Element option, Map<String, Option> options, Map<Object, List<NeedRule>> proposals) {
        option.understands(OPTION);
        Element coding = option.object("valueCoding");
        if (coding == null) {
            option.require(option.has("valueCoding"), FindingCode.MISSING, "valueCoding", null);
            return;
        }
        coding.understands(CODING);
        Wording display = wordings.read(coding, "display");
        coding.require(display.text() != null, FindingCode.MISSING, "display", null);
        String code = named(coding, "code", ANSWER_NAME);
        Map<String, List<Element>> extensions = Extensions.of(option, Set.of(Extensions.NEED_RULE, Extensions.ORDINAL));
        List<Element> ordinals = new ArrayList<>(extensions.get(Extensions.ORDINAL));
        ordinals.addAll(Extensions.of(coding, Set.of(Extensions.ORDINAL)).get(Extensions.ORDINAL));
        Option read = new Option(display, ordinal(option, ordinals));
        coding.require(code == null || options.put(code, read) == null, FindingCode.REPEATED, "code", null);
        if (LEFT_ASIDE.equals(code)) {
            extensions.values().forEach(all -> all.forEach(extension -> extension.report(FindingCode.OUT_OF_PLACE,
                    null, LEFT_ASIDE + " means nothing: it has no need rule and counts in no score")));
        } else {
            proposals.put(code, rules.always(extensions.get(Extensions.NEED_RULE)));
        }
    }

    /** @return null when there is none */
    private static BigDecimal ordinal(Element option, List<Element> ordinals) {
        if (ordinals.isEmpty()) {
            return null;
        }
        Element ordinal = ordinals.get(0);
        option.require(ordinals.size() == 1, FindingCode.REPEATED, "extension", Extensions.ORDINAL);
        ordinal.require(ordinal.has(VALUES.get(QuestionType.DECIMAL)), FindingCode.MISSING,
                VALUES.get(QuestionType.DECIMAL), null);
        return (BigDecimal) ordinal.value(VALUES.get(QuestionType.DECIMAL), QuestionType.DECIMAL).orElse(null);
    }
}
