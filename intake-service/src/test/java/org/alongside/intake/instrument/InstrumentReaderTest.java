package org.alongside.intake.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.alongside.kit.need.NeedCategories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentReaderTest {

    private static final String FORM = """
            {"resourceType": "Questionnaire", "id": "small", "url": "urn:test:small", "version": "1.0.0", "title": "Small",
             "item": [{"linkId": "area", "type": "group", "item": [%s]}]}""";
    private static final String YES_NO = """
            {"linkId": "yes-no", "type": "boolean", "extension": [%s]}""";
    private static final String CHOICE = """
            {"linkId": "choice", "type": "choice", "answerOption": [%s]}""";
    private static final String OPTION = """
            {"valueCoding": {"code": "a", "display": "A"}}""";
    private static final String TEXT = """
            {"linkId": "words", "type": "text"%s}""";
    private static final String RULE = """
            {"url": "urn:alongside:extension:need-rule", "extension": [%s]}""";
    private static final String GOOD_PARTS = """
            {"url": "when", "valueBoolean": true}, {"url": "category", "valueCode": "legal-aid"},
            {"url": "severity", "valueInteger": 2}, {"url": "urgency", "valueCode": "soon"}""";

    private final NeedCategories categories = new NeedCategories();

    @Test
    void readsNameVersionAndQuestions() {
        Instrument small = read(YES_NO.formatted(RULE.formatted(GOOD_PARTS)) + "," + CHOICE.formatted(OPTION));
        assertEquals("small", small.name());
        assertEquals("1.0.0", small.version());
        assertEquals(QuestionType.BOOLEAN, small.question("yes-no").orElseThrow().type());
        assertEquals(QuestionType.CHOICE, small.question("choice").orElseThrow().type());
        assertTrue(small.question("area").isEmpty());
    }

    @Test
    void namesFileAndItemOfALinkIdThatIsUsedTwice() {
        assertEquals("Instrument small, item words: linkId is used twice",
                fault(TEXT.formatted("") + "," + TEXT.formatted("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slider", "Boolean", ""})
    void refusesAnItemOfAnotherType(String type) {
        fault("yes-no", "type must be group, choice, boolean or text",
                YES_NO.formatted("").replace("\"boolean\"", "\"" + type + "\"").replace(", \"extension\": []", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "later", "words", "choice"})
    void refusesAConditionOnAnythingButAnEarlierQuestion(String question) {
        String condition = """
                , "enableWhen": [{"question": "%s", "operator": "=", "answerBoolean": true}]""".formatted(question);
        fault("words", "enableWhen", CHOICE.formatted(OPTION) + "," + TEXT.formatted(condition) + ","
                + YES_NO.formatted("").replace("yes-no", "later"));
    }

    @Test
    void refusesAConditionThatNoAnswerCanMeet() {
        fault("words", "one of its options", CHOICE.formatted(OPTION) + "," + TEXT.formatted("""
                , "enableWhen": [{"question": "choice", "operator": "=", "answerCoding": {"code": "b"}}]"""));
        fault("words", "operator", CHOICE.formatted(OPTION) + "," + TEXT.formatted("""
                , "enableWhen": [{"question": "choice", "operator": "!=", "answerCoding": {"code": "a"}}]"""));
    }

    @Test
    void refusesSeveralConditionsWithoutAny() {
        String condition = """
                {"question": "choice", "operator": "=", "answerCoding": {"code": "a"}}""";
        String all = """
                , "enableBehavior": "all", "enableWhen": [%1$s, %1$s]""".formatted(condition);
        fault("words", "enableBehavior", CHOICE.formatted(OPTION) + "," + TEXT.formatted(all));
    }

    @ParameterizedTest
    @CsvSource({"legal-aid, laziness, category", "'\"valueInteger\": 2', '\"valueInteger\": 4', severity",
            "soon, sometime, urgency", "'{\"url\": \"when\", \"valueBoolean\": true},', '', parts",
            "severity, gravity, parts",
            "urn:alongside:extension:need-rule, urn:alongside:extension:need-role, extension"})
    void refusesARuleThatIsNotComplete(String good, String bad, String named) {
        fault("yes-no", named, YES_NO.formatted(RULE.formatted(GOOD_PARTS)).replace(good, bad));
    }

    @Test
    void refusesARuleWhereNoneCanStand() {
        fault("words", "no need", TEXT.formatted(", \"extension\": [" + RULE.formatted(GOOD_PARTS) + "]"));
        String leftAside = """
                {"extension": [], "valueCoding": {"code": "rather-not-say", "display": "I would rather not say"}}""";
        fault("choice", "rather-not-say", CHOICE.formatted(leftAside));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        fault("words", "initial", TEXT.formatted(", \"initial\": []"));
        fault("words", "required must be false", TEXT.formatted(", \"required\": true"));
        fault("choice", "twice", CHOICE.formatted(OPTION + "," + OPTION));
        fault("choice", "answerOption", CHOICE.formatted(""));
    }

    private Instrument read(String items) {
        return InstrumentReader.read("small", FORM.formatted(items).getBytes(StandardCharsets.UTF_8), categories);
    }

    private String fault(String items) {
        return assertThrows(InvalidInstrument.class, () -> read(items)).getMessage();
    }

    private void fault(String linkId, String named, String items) {
        String message = fault(items);
        assertTrue(message.startsWith("Instrument small, item " + linkId + ": "), message);
        assertTrue(message.contains(named), message);
    }
}
