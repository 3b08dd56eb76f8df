package org.alongside.intake.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.need.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers show, propose and come to. */
class AnsweredInstrumentTest {

    private static final String FORM = """
            {"resourceType": "Questionnaire", "id": "small", "url": "urn:test:small", "version": "1", "title": "Small",
             "extension": [%s], "item": [%s]}""";
    private static final String HIDDEN = """
            {"linkId": "hidden", "type": "text", "enableBehavior": "all", "enableWhen": [%s]}""";
    private static final String QUESTIONS = """
            {"linkId": "children", "type": "integer"}, {"linkId": "rent", "type": "decimal"}, {"linkId": "since", "type": "date"},
            {"linkId": "own", "type": "boolean"}, {"linkId": "said", "type": "text"},
            {"linkId": "pay", "type": "choice", "answerOption": [{"valueCoding": {"code": "none", "display": "None"}},
             {"valueCoding": {"code": "some", "display": "Some"}}]}""";
    private static final String SCALE = """
            {"linkId": "%s", "type": "choice", "answerOption": [
              {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}],
               "valueCoding": {"code": "low", "display": "Low"}},
              {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 4}],
               "valueCoding": {"code": "high", "display": "High"}},
              {"valueCoding": {"code": "rather-not-say", "display": "I would rather not say"}}]}""";
    private static final String SCORE = """
            {"url": "urn:alongside:extension:score", "extension": [
              {"url": "name", "valueCode": "standing"}, {"url": "title", "valueString": "Standing"},
              {"url": "method", "valueCode": "%s"}, {"url": "of", "valueString": "scales"}%s,
              {"url": "band", "extension": [{"url": "code", "valueCode": "weak"}, {"url": "label", "valueString": "Weak"},
                {"url": "to", "valueDecimal": 2.5}, {"url": "urn:alongside:extension:need-rule", "extension": [
                  {"url": "category", "valueCode": "stress"}, {"url": "severity", "valueInteger": 2},
                  {"url": "urgency", "valueCode": "soon"}]}]},
              {"url": "band", "extension": [{"url": "code", "valueCode": "strong"}, {"url": "label", "valueString": "Strong"},
                {"url": "from", "valueDecimal": 2.51}]}]}""";
    private static final String SCALES = """
            {"linkId": "scales", "type": "group", "item": [%s, %s, %s]}""".formatted(SCALE.formatted("one"),
            SCALE.formatted("two"), SCALE.formatted("three"));

    private final Answers answers = new Answers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "question": "children", "operator": "=", "answerInteger": 3            | true
            "question": "children", "operator": "!=", "answerInteger": 3           | false
            "question": "children", "operator": ">", "answerInteger": 2            | true
            "question": "children", "operator": ">", "answerInteger": 3            | false
            "question": "children", "operator": ">=", "answerInteger": 3           | true
            "question": "children", "operator": "<", "answerInteger": 3            | false
            "question": "children", "operator": "<=", "answerInteger": 3           | true
            "question": "children", "operator": "exists", "answerBoolean": true    | true
            "question": "children", "operator": "exists", "answerBoolean": false   | false
            "question": "said", "operator": "exists", "answerBoolean": false       | true
            "question": "said", "operator": "exists", "answerBoolean": true        | false
            "question": "rent", "operator": "=", "answerDecimal": 850.50           | true
            "question": "rent", "operator": "<", "answerDecimal": 850.51           | true
            "question": "since", "operator": ">=", "answerDate": "2026-02-28"      | true
            "question": "since", "operator": "<", "answerDate": "2026-02-28"       | false
            "question": "own", "operator": "!=", "answerBoolean": true             | true
            "question": "pay", "operator": "=", "answerCoding": {"code": "none"}   | true
            "question": "pay", "operator": "!=", "answerCoding": {"code": "none"}  | false
            """)
    void aConditionComparesAsFhirSays(String condition, boolean shown) {
        answer("children", 3);
        answer("rent", 850.5);
        answer("since", "2026-02-28");
        answer("pay", "none");
        assertEquals(shown, isShown(read("", QUESTIONS + "," + HIDDEN.formatted("{" + condition + "}")), "hidden", 0));
    }

    @Test
    void allConditionsOrOneOfThem() {
        String both = """
                {"question": "own", "operator": "=", "answerBoolean": true}, {"question": "children", "operator": ">", "answerInteger": 0}""";
        answer("own", true);
        Instrument all = read("", QUESTIONS + "," + HIDDEN.formatted(both));
        Instrument any = read("", QUESTIONS + "," + HIDDEN.formatted(both).replace("\"all\"", "\"any\""));
        assertFalse(isShown(all, "hidden", 0));
        assertTrue(isShown(any, "hidden", 0));
        answer("children", 1);
        assertTrue(isShown(all, "hidden", 0));
    }

    @Test
    void aConditionMayAskALaterQuestionAndAHiddenOneDoesNotCount() {
        String onLater = HIDDEN.formatted("""
                {"question": "later", "operator": "=", "answerBoolean": true}""");
        String later = """
                {"linkId": "later", "type": "boolean", "enableWhen": [{"question": "own", "operator": "=", "answerBoolean": true}]}""";
        Instrument instrument = read("", onLater + "," + later + "," + QUESTIONS);
        answer("later", true);
        assertFalse(isShown(instrument, "hidden", 0));
        answer("own", true);
        assertTrue(isShown(instrument, "hidden", 0));
    }

    @Test
    void whatStandsInAQuestionIsShownOnceThatIsAnswered() {
        Instrument instrument = read("", """
                {"linkId": "own", "type": "boolean", "item": [{"linkId": "more", "type": "text"}]}""");
        assertFalse(isShown(instrument, "more", 0));
        answer("own", false);
        assertTrue(isShown(instrument, "more", 0));
    }

    @Test
    void eachRepetitionOfAGroupStandsForItself() {
        Instrument instrument = read("",
                """
                {"linkId": "child", "type": "group", "repeats": true, "item": [
                  {"linkId": "school", "type": "boolean", "extension": [{"url": "urn:alongside:extension:need-rule", "extension": [
                    {"url": "when", "valueBoolean": false}, {"url": "category", "valueCode": "stress"},
                    {"url": "severity", "valueInteger": 1}, {"url": "urgency", "valueCode": "soon"}]}]},
                  {"linkId": "why", "type": "text", "enableWhen": [{"question": "school", "operator": "=", "answerBoolean": false}]}]}""");
        answers.add(new AnswerPlace("school", 1), true);
        answers.add(new AnswerPlace("school", 2), false);
        assertFalse(isShown(instrument, "why", 1));
        assertTrue(isShown(instrument, "why", 2));
        assertEquals(List.of(new ProposedNeed("stress", 1, Urgency.SOON, List.of("school"))),
                instrument.propose(answers));
        assertEquals(List.of(2), instrument.reasons("stress", answers).stream()
                .map(reason -> reason.place().repetition()).toList());
    }

    @Test
    void aSumIsThereOnceAllWasAnswered() {
        Instrument instrument = read(SCORE.formatted("sum", ""), SCALES);
        answer("one", "low");
        answer("two", "high");
        answer("three", "rather-not-say");
        assertEquals(new Score("standing", null, 2, 3, null, List.of("one", "two")),
                instrument.scores(answers).get(0));
        Answers all = new Answers();
        List.of("one", "two", "three").forEach(linkId -> all.add(new AnswerPlace(linkId, 0), "high"));
        assertEquals(new Score("standing", new BigDecimal(12), 3, 3, "strong", List.of("one", "two", "three")),
                instrument.scores(all).get(0));
    }

    @Test
    void aMeanIsThereFromItsLeastNumberOnAndItsBandProposesANeed() {
        Instrument instrument = read(SCORE.formatted("mean", ", {\"url\": \"least\", \"valueInteger\": 2}"), SCALES);
        answer("one", "low");
        assertEquals(List.of(), instrument.propose(answers));
        answer("three", "high");
        assertEquals(new Score("standing", new BigDecimal("2.50"), 2, 3, "weak", List.of("one", "three")),
                instrument.scores(answers).get(0));
        assertEquals(List.of(new ProposedNeed("stress", 2, Urgency.SOON, List.of("one", "three"))),
                instrument.propose(answers));
        NeedReason reason = instrument.reasons("stress", answers).get(0);
        assertEquals("standing Standing 2.50 Weak", String.join(" ", reason.score(), reason.question().in(null),
                reason.answer().toString(), reason.words().in(null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name", "valueCode": "standing"   | "name", "valueCode": "Standing!"  | bad-score /extension/0
            "valueCode": "sum"                | "valueCode": "median"             | bad-score /extension/0
            "valueString": "scales"           | "valueString": "nothing"          | bad-score /extension/0/extension/3
            "from", "valueDecimal": 2.51      | "from", "valueDecimal": 2         | bad-score /extension/0
            "to", "valueDecimal": 2.5         | "until", "valueDecimal": 2.5      | bad-score /extension/0/extension/4/extension/2
            "code", "valueCode": "strong"     | "code", "valueCode": "weak"       | repeated /extension/0
            "valueInteger": 2                 | "valueInteger": 9                 | bad-rule /extension/0/extension/4/extension/3
            """)
    void aScoreThatIsNotCompleteIsRefused(String good, String bad, String finding) {
        String file = FORM.formatted(SCORE.formatted("sum", ""), SCALES);
        assertTrue(file.contains(good));
        Reading reading = reading(file.replace(good, bad));
        assertEquals(finding, reading.findings().get(0).code().code() + " " + reading.findings().get(0).place());
        assertTrue(reading.instrument().isEmpty());
    }

    private void answer(String linkId, Object value) {
        QuestionType type = value instanceof Integer || value instanceof Double
                ? QuestionType.DECIMAL
                : linkId.equals("since")
                        ? QuestionType.DATE
                        : value instanceof Boolean
                                ? QuestionType.BOOLEAN
                                : QuestionType.CHOICE;
        answers.add(new AnswerPlace(linkId, 0), type.read(value).orElseThrow());
    }

    private boolean isShown(Instrument instrument, String linkId, int repetition) {
        return instrument.shown(answers).contain(new AnswerPlace(linkId, repetition));
    }

    private static Instrument read(String extensions, String items) {
        return reading(FORM.formatted(extensions, items)).require("small");
    }

    private static Reading reading(String file) {
        return InstrumentReader.read(file.getBytes(StandardCharsets.UTF_8), new NeedCategories());
    }
}
