package org.alongside.intake.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import org.alongside.kit.digest.Sha256;
import org.alongside.kit.need.NeedCategories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        Reading reading = read(YES_NO.formatted(RULE.formatted(GOOD_PARTS)) + "," + CHOICE.formatted(OPTION));
        assertEquals(List.of(), reading.findings());
        Instrument small = reading.instrument().orElseThrow();
        assertEquals("small", small.name());
        assertEquals("1.0.0", small.version());
        assertEquals(QuestionType.BOOLEAN, small.question("yes-no").orElseThrow().type());
        assertEquals(QuestionType.CHOICE, small.question("choice").orElseThrow().type());
        assertTrue(small.question("area").isEmpty());
    }

    @Test
    void saysEverythingInTheOrderOfTheFile() {
        assertEquals(List.of("unknown-value /item/0/item/0/type", "repeated /item/0/item/1/linkId",
                "missing /item/0/item/2/answerOption"),
                findings(YES_NO.formatted("").replace("boolean", "slider").replace(", \"extension\": []", "") + ","
                        + TEXT.formatted("").replace("words", "yes-no") + "," + CHOICE.formatted("")));
    }

    @Test
    void aFileThatComesWithTheSuiteIsRefusedWithFilePlaceAndWhatToDo() {
        Reading reading = read(TEXT.formatted("") + "," + TEXT.formatted(""));
        assertEquals(
                "Instrument small.json, at /item/0/item/1/linkId: It stands here twice. Give each its own name, or take one away.",
                assertThrows(InvalidInstrument.class, () -> reading.require("small.json")).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "question": "absent", "operator": "=", "answerBoolean": true                     | /question
            "question": "choice", "operator": "=", "answerBoolean": true                     | ''
            "question": "choice", "operator": "=", "answerCoding": {"code": "b"}             | ''
            "question": "choice", "operator": ">", "answerCoding": {"code": "a"}             | /operator
            "question": "choice", "operator": "exists", "answerCoding": {"code": "a"}        | ''
            "question": "said", "operator": "=", "answerString": "home"                      | /operator
            "question": "children", "operator": ">", "answerDecimal": 2                      | ''
            "question": "children", "operator": ">"                                          | ''
            "question": "children", "operator": ">", "answerInteger": 2, "answerBoolean": true | ''
            """)
    void refusesAConditionThatNoAnswerCanMeet(String condition, String place) {
        one("bad-condition /item/0/item/3/enableWhen/0" + place, CHOICE.formatted(OPTION) + ","
                + TEXT.formatted("").replace("words", "said") + ", {\"linkId\": \"children\", \"type\": \"integer\"}, "
                + TEXT.formatted(", \"enableWhen\": [{" + condition + "}]"));
    }

    @Test
    void refusesAnOperatorThatFhirDoesNotHave() {
        assertEquals("unknown-value /item/0/item/1/enableWhen/0/operator",
                findings(CHOICE.formatted(OPTION) + "," + TEXT.formatted("""
                        , "enableWhen": [{"question": "choice", "operator": "~", "answerCoding": {"code": "a"}}]"""))
                        .get(0));
    }

    @Test
    void severalConditionsSayWhetherOneIsEnough() {
        String condition = """
                {"question": "choice", "operator": "=", "answerCoding": {"code": "a"}}""";
        String several = """
                , %2$s"enableWhen": [%1$s, %1$s]""";
        one("unknown-value /item/0/item/1/enableBehavior",
                CHOICE.formatted(OPTION) + "," + TEXT.formatted(several.formatted(condition, "")));
        assertEquals(List.of(), findings(CHOICE.formatted(OPTION) + ","
                + TEXT.formatted(several.formatted(condition, "\"enableBehavior\": \"all\", "))));
    }

    @Test
    void aQuestionThatDependsOnItselfIsRefusedWithTheWay() {
        String asked = """
                {"linkId": "%s", "type": "boolean", "enableWhen": [{"question": "%s", "operator": "=", "answerBoolean": true}]}""";
        Reading reading = read(String.join(",", asked.formatted("a", "b"), asked.formatted("b", "c"),
                asked.formatted("c", "a"), asked.formatted("d", "a")));
        assertEquals(List.of("cyclic-condition /item/0/item/0", "cyclic-condition /item/0/item/1",
                "cyclic-condition /item/0/item/2"), codes(reading));
        assertEquals("a hangs on b, that on c, that on a", reading.findings().get(0).detail());
        one("cyclic-condition /item/0/item/0", asked.formatted("a", "a"));
        one("cyclic-condition /item/0/item/0/item/0", """
                {"linkId": "around", "type": "group", "enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true}],
                 "item": [{"linkId": "a", "type": "text"}]}""");
    }

    @Test
    void aRepeatingGroupIsOnlyAskedFromWithin() {
        String group = """
                {"linkId": "child", "type": "group", "repeats": true, "item": [%s]}""";
        String school = """
                {"linkId": "school", "type": "boolean"}""";
        String onSchool = """
                {"linkId": "which", "type": "text", "enableWhen": [{"question": "school", "operator": "=", "answerBoolean": true}]}""";
        assertEquals(List.of(), findings(group.formatted(school + "," + onSchool)));
        one("bad-condition /item/0/item/1/enableWhen/0/question", group.formatted(school) + "," + onSchool);
        one("out-of-place /item/0/item/0/item/0/repeats",
                group.formatted(group.formatted(school).replace("\"child\"", "\"twin\"")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "url": "minValue", "valueInteger": 0      | "url": "maxValue", "valueInteger": 20  |
            "url": "minValue", "valueInteger": 21     | "url": "maxValue", "valueInteger": 20  | unknown-value /item/0/item/0/extension
            "url": "minValue", "valueDate": "2026-01-01" | "url": "maxValue", "valueInteger": 20 | missing /item/0/item/0/extension/0/valueInteger
            "url": "minValue", "valueInteger": "none" | "url": "maxValue", "valueInteger": 20  | wrong-type /item/0/item/0/extension/0/valueInteger
            """)
    void limitsOfANumberAreNumbersInOrder(String least, String most, String finding) {
        String count = """
                {"linkId": "count", "type": "integer", "extension": [{%s}, {%s}]}""".formatted(least, most)
                .replace("\"m", "\"http://hl7.org/fhir/StructureDefinition/m");
        assertEquals(finding == null ? List.of() : List.of(finding), findings(count));
    }

    @Test
    void aTranslationThatStopsHalfwayIsTold() {
        String text = """
                {"linkId": "%s", "type": "text", "text": "Words"%s}""";
        String spanish = """
                , "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
                  {"url": "lang", "valueCode": "%s"}, {"url": "content", "valueString": "Palabras"}]}]}""";
        Reading reading = read(text.formatted("one", spanish.formatted("es")) + "," + text.formatted("two", ""));
        assertEquals(List.of("translation-incomplete "), codes(reading));
        assertEquals("es: 1 of 3 texts", reading.findings().get(0).detail());
        Wording words = reading.instrument().orElseThrow().question("one").orElseThrow().text();
        assertEquals(List.of("Words", "Palabras", "Palabras", "Words"),
                List.of(words.in(null), words.in("es"), words.in("es-MX"), words.in("fr")));
        one("bad-text /item/0/item/0/_text/extension/0", text.formatted("one", spanish.formatted("e s")));
    }

    @ParameterizedTest
    @CsvSource({"legal-aid, laziness", "'\"valueInteger\": 2', '\"valueInteger\": 4'", "soon, sometime",
            "'{\"url\": \"when\", \"valueBoolean\": true},', ''", "severity, gravity"})
    void refusesARuleThatIsNotComplete(String good, String bad) {
        assertEquals("bad-rule /item/0/item/0/extension/0",
                findings(YES_NO.formatted(RULE.formatted(GOOD_PARTS)).replace(good, bad)).get(0));
    }

    @Test
    void refusesARuleWhereNoneCanStand() {
        one("out-of-place /item/0/item/0/extension/0",
                TEXT.formatted(", \"extension\": [" + RULE.formatted(GOOD_PARTS) + "]"));
        String leftAside = """
                {"extension": [%s], "valueCoding": {"code": "rather-not-say", "display": "I would rather not say"}}""";
        one("out-of-place /item/0/item/0/answerOption/0/extension/0",
                CHOICE.formatted(leftAside.formatted(RULE.formatted(GOOD_PARTS))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , "initial": []                                   | not-understood /item/0/item/0/initial
            , "modifierExtension": []                         | not-understood /item/0/item/0/modifierExtension
            , "answerValueSet": "urn:x"                       | not-understood /item/0/item/0/answerValueSet
            , "repeats": true                                 |
            , "answerOption": []                              | out-of-place /item/0/item/0/answerOption
            , "required": "yes"                               | wrong-type /item/0/item/0/required
            , "extension": {"url": "urn:x"}                   | wrong-type /item/0/item/0/extension
            , "extension": ["urn:x"]                          | wrong-type /item/0/item/0/extension/0
            , "extension": [{"url": "urn:alongside:extension:need-role"}] | not-understood /item/0/item/0/extension/0
            , "extension": [{"url": "urn:x"}]                 | extension-ignored /item/0/item/0/extension/0
            , "code": []                                      | member-ignored /item/0/item/0/code
            , "required": true                                | required-left-open /item/0/item/0/required
            """)
    void saysWhatItDoesNotUnderstandAndWhetherThatMatters(String member, String finding) {
        assertEquals(finding == null ? List.of() : List.of(finding), findings(TEXT.formatted(member)));
    }

    /** Members, names and extensions as the Questionnaires of HL7's SDOH Clinical Care guide have them; the words are ours. */
    @Test
    void aQuestionnaireOfTheFieldIsTakenInWithNotes() {
        Reading reading = InstrumentReader.read("""
                {"resourceType": "Questionnaire", "id": "SDOHCC-QuestionnaireOfTheField",
                 "meta": {"profile": ["http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire"]},
                 "text": {"status": "generated", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\"></div>"},
                 "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/variable"}],
                 "url": "http://example.org/Questionnaire/of-the-field", "name": "OfTheField", "title": "Of the field", "status": "draft",
                 "subjectType": ["Patient"], "date": "2020-09-10", "publisher": "Example", "contact": [], "jurisdiction": [],
                 "copyright": "None", "code": [{"system": "http://loinc.org", "code": "88121-9"}],
                 "item": [
                   {"linkId": "/88122-7", "prefix": "1", "text": "Did you worry?", "type": "choice", "required": true, "repeats": false,
                    "code": [{"system": "http://loinc.org", "code": "88122-7", "display": "Worry"}],
                    "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"}],
                    "answerOption": [
                      {"valueCoding": {"system": "http://loinc.org", "code": "LA28397-0", "display": "Often"}},
                      {"valueCoding": {"system": "http://loinc.org", "code": "LA6729-3", "display": "Sometimes"}}],
                    "item": [{"linkId": "/88122-7/why", "text": "Why?", "type": "string", "maxLength": 100}]},
                   {"linkId": "/hint", "text": "One more.", "type": "display"},
                   {"linkId": "/63512-8", "text": "How many people?", "type": "integer"},
                   {"linkId": "/63586-2", "text": "How much income?", "type": "decimal", "extension": [
                     {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", "valueCoding": {"code": "/a"}}]},
                   {"linkId": "/88124-3", "text": "At risk?", "type": "choice",
                    "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}],
                    "answerOption": [{"valueCoding": {"code": "LA19952-3", "display": "At risk"}}]}]}"""
                .getBytes(StandardCharsets.UTF_8), categories);
        Instrument instrument = reading.require("of-the-field");
        assertEquals(QuestionType.TEXT, instrument.question("/88122-7/why").orElseThrow().type());
        assertEquals(QuestionType.DECIMAL, instrument.question("/63586-2").orElseThrow().type());
        assertEquals(List.of("not-computed", "required-left-open", "version-assumed"),
                reading.findings().stream().filter(finding -> finding.severity() == Severity.WARNING)
                        .map(finding -> finding.code().code()).sorted().toList());
    }

    @Test
    void onlyErrorsKeepAnInstrumentOut() {
        Reading reading = read(TEXT.formatted(", \"required\": true, \"code\": []"));
        assertEquals(List.of(Severity.WARNING, Severity.NOTE),
                reading.findings().stream().map(finding -> finding.severity()).sorted(Comparator.reverseOrder())
                        .toList());
        assertTrue(reading.instrument().isPresent());
        assertTrue(read(TEXT.formatted(", \"initial\": []")).instrument().isEmpty());
    }

    @Test
    void aQuestionThatIsToBeComputedIsShownInstead() {
        Reading reading = read(TEXT.formatted(", \"extension\": [{\"url\":"
                + " \"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\"}]"));
        assertEquals(FindingCode.NOT_COMPUTED, reading.findings().get(0).code());
        assertTrue(reading.instrument().orElseThrow().question("words").isPresent());
    }

    @Test
    void aCodeThatNoAnswerCouldBeWrittenWithIsRefused() {
        one("bad-text /item/0/item/0/answerOption/0/valueCoding/code",
                CHOICE.formatted(OPTION.replace("\"a\"", "\"e\u0301\"")));
        one("bad-text /item/0/item/0/linkId", TEXT.formatted("").replace("words", "two words"));
    }

    @Test
    void withoutAVersionTheHashStandsForIt() {
        byte[] file = FORM.formatted(TEXT.formatted("")).replace("\"version\": \"1.0.0\",", "")
                .getBytes(StandardCharsets.UTF_8);
        Reading reading = InstrumentReader.read(file, categories);
        assertEquals(FindingCode.VERSION_ASSUMED, reading.findings().get(0).code());
        assertEquals(Sha256.hex(file).substring(0, 12), reading.instrument().orElseThrow().version());
    }

    @Test
    void limitsAreFindings() {
        assertEquals(List.of("malformed "), of("{\"a\": 1,}"));
        assertEquals(List.of("malformed "), of("{\"a\": 1, \"a\": 1}"));
        assertEquals(List.of("malformed "), of("{} {}"));
        assertEquals(List.of("wrong-type "), of("[]"));
        assertEquals(List.of("wrong-type "), of("null"));
        assertEquals(List.of("too-large "), of("[".repeat(40) + "]".repeat(40)));
        assertEquals(List.of("too-large "), of("\"" + "x".repeat(20_001) + "\""));
        assertEquals(List.of("too-large "), of(" ".repeat(512 * 1024 + 1)));
        assertEquals(201, of(FORM.formatted("1,".repeat(300) + "1")).size());
    }

    private Reading read(String items) {
        return InstrumentReader.read(FORM.formatted(items).getBytes(StandardCharsets.UTF_8), categories);
    }

    private List<String> findings(String items) {
        return of(FORM.formatted(items));
    }

    private void one(String finding, String items) {
        assertEquals(List.of(finding), findings(items));
    }

    private List<String> of(String file) {
        return codes(InstrumentReader.read(file.getBytes(StandardCharsets.UTF_8), categories));
    }

    private static List<String> codes(Reading reading) {
        return reading.findings().stream().map(finding -> finding.code().code() + " " + finding.place()).toList();
    }
}
