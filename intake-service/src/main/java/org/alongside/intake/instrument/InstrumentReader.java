package org.alongside.intake.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    private static final Set<String> FORM = Set.of("resourceType", "id", "url", "version", "title", "item");
    private static final Set<String> ITEM = Set.of("linkId", "text", "type", "enableWhen", "enableBehavior", "required",
            "repeats", "answerOption", "item");
    private static final Set<String> OPTION = Set.of("valueCoding");
    private static final Set<String> CODING = Set.of("code", "display");
    private static final Set<String> CONDITION = Set.of("question", "operator", "answerCoding", "answerBoolean");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_STRING).build()).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final byte[] source;
    private final NeedRuleReader rules;
    private final Findings findings = new Findings();
    private final Set<String> linkIds = new TreeSet<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

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
        rules.none(form, "need rules stand on questions and options");
        String name = named(form, "id", NAME);
        String version = version(form);
        String title = form.text("title");
        form.require(title != null && !title.isBlank(), FindingCode.MISSING, "title", null);
        form.require(title == null || title.length() <= LONGEST_TITLE, FindingCode.BAD_TEXT, "title", null);
        form.require(form.text("url") != null, FindingCode.MISSING, "url", null);
        readAll(form, List.of());
        form.require(!questions.isEmpty(), FindingCode.MISSING, "item", "a question");
        form.require(questions.size() <= MOST_QUESTIONS, FindingCode.TOO_LARGE, "item",
                "at most " + MOST_QUESTIONS + " questions");
        Optional<Instrument> instrument = findings.firstError().isPresent()
                ? Optional.empty()
                : Optional.of(new Instrument(name, version, title, source, questions.values()));
        return new Reading(instrument, name, version, findings.all());
    }

    private String version(Element form) {
        if (form.has("version")) {
            return named(form, "version", VERSION);
        }
        form.report(FindingCode.VERSION_ASSUMED, "version", null);
        return Sha256.of(source).substring(0, VERSION_FROM_HASH);
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

    private void readAll(Element parent, List<Set<Condition>> around) {
        parent.objects("item").forEach(item -> read(item, around));
    }

    private void read(Element item, List<Set<Condition>> around) {
        item.understands(ITEM);
        String linkId = named(item, "linkId", ANSWER_NAME);
        item.require(linkId == null || linkIds.add(linkId), FindingCode.REPEATED, "linkId", null);
        item.require(!Boolean.TRUE.equals(item.flag("required")), FindingCode.REQUIRED_LEFT_OPEN, "required", null);
        List<Set<Condition>> shownWhen = and(around, conditions(item));
        if ("group".equals(item.text("type"))) {
            readGroup(item, shownWhen);
        } else {
            question(item, linkId, shownWhen).ifPresent(question -> questions.put(linkId, question));
        }
    }

    private void readGroup(Element group, List<Set<Condition>> shownWhen) {
        group.require(!group.node().path("item").isEmpty(), FindingCode.MISSING, "item", "a group holds items");
        refuse(group, "answerOption");
        refuseRepeats(group);
        rules.none(group, "need rules stand on questions and options");
        readAll(group, shownWhen);
    }

    private Optional<Question> question(Element item, String linkId, List<Set<Condition>> shownWhen) {
        refuse(item, "item");
        String type = item.text("type");
        if (!"choice".equals(type)) {
            refuse(item, "answerOption");
            refuseRepeats(item);
        }
        return switch (type == null ? "none" : type) {
            case "choice" -> Optional.of(choice(item, linkId, shownWhen));
            case "boolean" -> Optional.of(new Question(linkId, item.text("text"), QuestionType.BOOLEAN, false, Map.of(),
                    rules.ofBoolean(item), shownWhen));
            case "text" -> Optional.of(text(item, linkId, shownWhen));
            default -> {
                item.report(FindingCode.UNKNOWN_VALUE, "type", "group, choice, boolean or text");
                yield Optional.empty();
            }
        };
    }

    private static void refuse(Element item, String member) {
        item.require(!item.has(member), FindingCode.OUT_OF_PLACE, member, null);
    }

    private static void refuseRepeats(Element item) {
        item.require(!Boolean.TRUE.equals(item.flag("repeats")), FindingCode.OUT_OF_PLACE, "repeats", null);
    }

    private Question text(Element item, String linkId, List<Set<Condition>> shownWhen) {
        rules.none(item, "an answer in words proposes no need");
        return new Question(linkId, item.text("text"), QuestionType.TEXT, false, Map.of(), Map.of(), shownWhen);
    }

    private Question choice(Element item, String linkId, List<Set<Condition>> shownWhen) {
        rules.none(item, "need rules of a choice stand on its options");
        List<Element> options = item.objects("answerOption");
        item.require(!options.isEmpty(), FindingCode.MISSING, "answerOption", null);
        item.require(options.size() <= MOST_OPTIONS, FindingCode.TOO_LARGE, "answerOption",
                "at most " + MOST_OPTIONS + " options");
        Map<Object, List<NeedRule>> proposals = new HashMap<>();
        Map<String, String> codes = new LinkedHashMap<>();
        options.forEach(option -> read(option, codes, proposals));
        return new Question(linkId, item.text("text"), QuestionType.CHOICE, Boolean.TRUE.equals(item.flag("repeats")),
                codes, proposals,
                shownWhen);
    }

    private void read(Element option, Map<String, String> codes, Map<Object, List<NeedRule>> proposals) {
        option.understands(OPTION);
        Element coding = option.object("valueCoding");
        if (coding == null) {
            option.require(option.has("valueCoding"), FindingCode.MISSING, "valueCoding", null);
            return;
        }
        coding.understands(CODING);
        String display = coding.text("display");
        coding.require(display != null, FindingCode.MISSING, "display", null);
        String code = named(coding, "code", ANSWER_NAME);
        coding.require(code == null || codes.put(code, String.valueOf(display)) == null, FindingCode.REPEATED, "code",
                null);
        if (LEFT_ASIDE.equals(code)) {
            rules.none(option, LEFT_ASIDE + " never has a need rule");
        } else {
            proposals.put(code, rules.ofOption(option));
        }
    }

    private Set<Condition> conditions(Element item) {
        List<Element> all = item.objects("enableWhen");
        Set<Condition> conditions = new LinkedHashSet<>();
        all.forEach(when -> condition(when).ifPresent(conditions::add));
        item.require(all.size() < 2 || "any".equals(item.text("enableBehavior")), FindingCode.UNKNOWN_VALUE,
                "enableBehavior", "any, where there are several conditions");
        return conditions;
    }

    private Optional<Condition> condition(Element when) {
        when.understands(CONDITION);
        when.require("=".equals(when.text("operator")), FindingCode.UNKNOWN_VALUE, "operator", "=");
        Question asked = questions.get(String.valueOf(when.text("question")));
        if (asked == null) {
            when.report(FindingCode.BAD_CONDITION, "question", "must be an earlier question");
            return Optional.empty();
        }
        return (asked.type() == QuestionType.BOOLEAN ? flag(when) : code(when, asked))
                .map(answer -> new Condition(asked.linkId(), answer));
    }

    private static Optional<Object> flag(Element when) {
        Boolean answer = when.flag("answerBoolean");
        when.require(answer != null && !when.has("answerCoding"), FindingCode.BAD_CONDITION, null,
                "must have answerBoolean alone");
        return Optional.ofNullable(answer);
    }

    private static Optional<Object> code(Element when, Question asked) {
        Element coding = when.object("answerCoding");
        String code = coding == null ? null : coding.text("code");
        boolean possible = code != null && asked.options().containsKey(code) && !when.has("answerBoolean");
        when.require(possible, FindingCode.BAD_CONDITION, null,
                "must have an answerCoding alone, with the code of an option of " + asked.linkId());
        return Optional.ofNullable(code);
    }

    private static List<Set<Condition>> and(List<Set<Condition>> around, Set<Condition> own) {
        if (own.isEmpty()) {
            return around;
        }
        List<Set<Condition>> both = new ArrayList<>(around);
        both.add(own);
        return List.copyOf(both);
    }
}
