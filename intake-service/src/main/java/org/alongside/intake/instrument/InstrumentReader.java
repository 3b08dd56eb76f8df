package org.alongside.intake.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.alongside.intake.instrument.Questionnaire.AnswerOption;
import org.alongside.intake.instrument.Questionnaire.EnableWhen;
import org.alongside.intake.instrument.Questionnaire.Item;
import org.alongside.kit.need.NeedCategories;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes an instrument of one file, or says what is wrong with the file and at which item. */
final class InstrumentReader {

    /** Says that the question was asked and left aside, so it can mean nothing. */
    private static final String LEFT_ASIDE = "rather-not-say";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";
    private static final String VERSION = "[0-9A-Za-z][0-9A-Za-z.-]{0,31}";
    private static final String LINK_ID = "[a-z0-9][a-z0-9.-]{0,79}";

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String file;
    private final NeedRuleReader rules;
    private final Set<String> linkIds = new TreeSet<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private InstrumentReader(String file, NeedCategories categories) {
        this.file = file;
        this.rules = new NeedRuleReader(categories);
    }

    /**
     * @param file   name for messages
     * @param source bytes of the file, JSON in UTF-8
     * @throws InvalidInstrument when the file breaks a rule of {@code docs/instruments.md}
     */
    static Instrument read(String file, byte[] source, NeedCategories categories) {
        return new InstrumentReader(file, categories).read(source);
    }

    private Instrument read(byte[] source) {
        Place place = new Place(file, null);
        Questionnaire form = form(place, source);
        place.require("Questionnaire".equals(form.resourceType()), "resourceType must be Questionnaire");
        place.require(matches(form.id(), NAME), "id must match " + NAME);
        place.require(matches(form.version(), VERSION), "version must match " + VERSION);
        place.require(form.url() != null && form.title() != null, "url and title must be there");
        place.require(form.item() != null && !form.item().isEmpty(), "there must be items");
        readAll(form.item(), List.of());
        return new Instrument(form.id(), form.version(), form.title(), source, questions.values());
    }

    private static Questionnaire form(Place place, byte[] source) {
        try {
            return JSON.readValue(source, Questionnaire.class);
        } catch (JsonProcessingException fault) {
            throw place.fault(fault.getOriginalMessage());
        } catch (IOException fault) {
            throw place.fault("must be text in UTF-8");
        }
    }

    private void readAll(List<JsonNode> items, List<Set<Condition>> around) {
        items.forEach(node -> read(node, around));
    }

    private void read(JsonNode node, List<Set<Condition>> around) {
        Place place = new Place(file, node.path("linkId").asText("without linkId"));
        Item item = item(place, node);
        place.require(matches(item.linkId(), LINK_ID), "linkId must match " + LINK_ID);
        place.require(linkIds.add(item.linkId()), "linkId is used twice");
        place.require(!Boolean.TRUE.equals(item.required()),
                "required must be false: every question may be left open");
        List<Set<Condition>> shownWhen = and(around, conditions(place, item));
        if ("group".equals(item.type())) {
            readGroup(place, item, shownWhen);
        } else {
            questions.put(item.linkId(), question(place, item, shownWhen));
        }
    }

    private static Item item(Place place, JsonNode node) {
        try {
            return JSON.treeToValue(node, Item.class);
        } catch (JsonProcessingException fault) {
            throw place.fault(fault.getOriginalMessage());
        }
    }

    private void readGroup(Place place, Item group, List<Set<Condition>> shownWhen) {
        place.require(group.item() != null && !group.item().isEmpty(), "a group must have items");
        place.require(group.answerOption() == null && group.extension() == null && group.repeats() == null,
                "a group has no answerOption, extension or repeats");
        readAll(group.item(), shownWhen);
    }

    private Question question(Place place, Item item, List<Set<Condition>> shownWhen) {
        place.require(item.item() == null, "only a group has items");
        place.require("choice".equals(item.type()) || item.answerOption() == null && item.repeats() == null,
                "only a choice has answerOption and repeats");
        return switch (item.type() == null ? "none" : item.type()) {
            case "choice" -> choice(place, item, shownWhen);
            case "boolean" -> new Question(item.linkId(), QuestionType.BOOLEAN, false, Set.of(),
                    rules.ofBoolean(place, item.extension()), shownWhen);
            case "text" -> text(place, item, shownWhen);
            default -> throw place.fault("type must be group, choice, boolean or text, not " + item.type());
        };
    }

    private static Question text(Place place, Item item, List<Set<Condition>> shownWhen) {
        place.require(item.extension() == null, "an answer in words proposes no need");
        return new Question(item.linkId(), QuestionType.TEXT, false, Set.of(), Map.of(), shownWhen);
    }

    private Question choice(Place place, Item item, List<Set<Condition>> shownWhen) {
        place.require(item.extension() == null, "need rules of a choice stand on its options");
        place.require(item.answerOption() != null && !item.answerOption().isEmpty(), "a choice must have answerOption");
        Map<Object, List<NeedRule>> proposals = new HashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        for (AnswerOption option : item.answerOption()) {
            String code = option.valueCoding() == null ? null : option.valueCoding().code();
            place.require(code != null && option.valueCoding().display() != null,
                    "every option must have a valueCoding with code and display");
            place.require(codes.add(code), "option " + code + " is there twice");
            place.require(!LEFT_ASIDE.equals(code) || option.extension() == null,
                    LEFT_ASIDE + " never has a need rule");
            proposals.put(code, rules.ofOption(place, option.extension()));
        }
        return new Question(item.linkId(), QuestionType.CHOICE, Boolean.TRUE.equals(item.repeats()), codes, proposals,
                shownWhen);
    }

    private Set<Condition> conditions(Place place, Item item) {
        Set<Condition> conditions = new LinkedHashSet<>();
        List<EnableWhen> all = item.enableWhen() == null ? List.of() : item.enableWhen();
        all.forEach(when -> conditions.add(condition(place, when)));
        place.require(all.size() < 2 || "any".equals(item.enableBehavior()),
                "with several conditions enableBehavior must be any");
        return conditions;
    }

    private Condition condition(Place place, EnableWhen when) {
        Question asked = questions.get(when.question());
        place.require(asked != null, "enableWhen refers to " + when.question() + ", which is no earlier question");
        place.require("=".equals(when.operator()), "the operator of enableWhen must be =");
        if (asked.type() == QuestionType.BOOLEAN) {
            place.require(when.answerBoolean() != null && when.answerCoding() == null,
                    "enableWhen on " + asked.linkId() + " must have answerBoolean alone");
            return new Condition(asked.linkId(), when.answerBoolean());
        }
        String code = when.answerCoding() == null ? null : when.answerCoding().code();
        place.require(when.answerBoolean() == null && code != null && asked.options().contains(code),
                "enableWhen on " + asked.linkId() + " must have an answerCoding that is one of its options alone");
        return new Condition(asked.linkId(), code);
    }

    private static List<Set<Condition>> and(List<Set<Condition>> around, Set<Condition> own) {
        if (own.isEmpty()) {
            return around;
        }
        List<Set<Condition>> both = new ArrayList<>(around);
        both.add(own);
        return List.copyOf(both);
    }

    private static boolean matches(String text, String pattern) {
        return text != null && text.matches(pattern);
    }
}
