package org.alongside.intake.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.need.Urgency;
import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The shipped instrument, and how its answers become needs. */
class CoreNeedsTest {

    private final InstrumentConfig config = new SmallRyeConfigBuilder().withMapping(InstrumentConfig.class).build()
            .getConfigMapping(InstrumentConfig.class);
    private final Instrument coreNeeds = new ShippedInstruments(config, new NeedCategories()).all().stream()
            .filter(file -> file.name().equals("core-needs")).findFirst().orElseThrow();
    private Answers answers = new Answers();

    @Test
    void everyFileOfTheFolderIsOffered() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/instruments"))) {
            assertEquals(files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList(),
                    config.files().stream().sorted().toList());
        }
    }

    @Test
    void nothingIsToBeSaidOfAShippedFile() throws IOException {
        for (String file : config.files()) {
            byte[] source = Files.readAllBytes(Path.of("src/main/resources/instruments", file + ".json"));
            assertEquals(List.of(), InstrumentReader.read(source, new NeedCategories()).findings().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE).toList());
        }
    }

    @Test
    void theExampleOfTheDocumentation() {
        answer("housing.place-to-sleep", "own-home");
        answer("housing.keeping-home", "notice");
        answer("housing.condition", "crowded", "damp-or-pests");
        answer("money.making-ends-meet", "bills-waiting");
        answer("money.debts", true);
        answer("money.debt-action", false);
        answer("legal.questions", "home");
        answer("legal.deadline", "within-two-weeks");
        assertEquals(List.of(
                new ProposedNeed("housing-instability", 3, Urgency.URGENT, List.of("housing.keeping-home")),
                new ProposedNeed("legal-aid", 3, Urgency.URGENT,
                        List.of("housing.keeping-home", "legal.questions", "legal.deadline")),
                new ProposedNeed("inadequate-housing", 2, Urgency.SOON, List.of("housing.condition")),
                new ProposedNeed("financial-insecurity", 2, Urgency.SOON,
                        List.of("money.making-ends-meet", "money.debts"))),
                coreNeeds.propose(answers));
    }

    @Test
    void noAnswersProposeNothing() {
        assertEquals(List.of(), coreNeeds.propose(answers));
    }

    @Test
    void wordsAndAQuestionLeftAsideProposeNothing() {
        answer("you.what-matters-most", "A home");
        answer("food.enough", "rather-not-say");
        assertEquals(List.of(), coreNeeds.propose(answers));
    }

    @Test
    void anAnswerToAHiddenQuestionProposesNothing() {
        answer("safety.partner", "not-safe-today");
        assertEquals(List.of(), coreNeeds.propose(answers));
        answer("safety.can-talk", false);
        assertEquals(List.of(), coreNeeds.propose(answers));
        answers = new Answers();
        answer("safety.partner", "not-safe-today");
        answer("safety.can-talk", true);
        assertEquals(Urgency.IMMEDIATE, coreNeeds.propose(answers).get(0).urgency());
    }

    @Test
    void hidingAQuestionHidesThoseThatHangOnIt() {
        answer("safety.partner", "afraid");
        assertFalse(isShown("safety.legal-protection"));
        answer("safety.can-talk", true);
        assertTrue(isShown("safety.legal-protection"));
    }

    @Test
    void oneOfSeveralConditionsIsEnough() {
        assertFalse(isShown("legal.deadline"));
        answer("legal.questions", "work");
        assertTrue(isShown("legal.deadline"));
    }

    @Test
    void severityAndUrgencyAreTheHighestEachByItself() {
        Instrument mixed = InstrumentReader.read("""
                {"resourceType": "Questionnaire", "id": "mixed", "url": "urn:test:mixed", "version": "1", "title": "Mixed",
                 "item": [{"linkId": "one", "type": "boolean", "extension": [%s]},
                          {"linkId": "two", "type": "boolean", "extension": [%s]}]}
                """.formatted(rule(3, "routine"), rule(0, "immediate")).getBytes(StandardCharsets.UTF_8),
                new NeedCategories()).require("mixed");
        answer("one", true);
        answer("two", true);
        assertEquals(List.of(new ProposedNeed("stress", 3, Urgency.IMMEDIATE, List.of("one", "two"))),
                mixed.propose(answers));
    }

    private static String rule(int severity, String urgency) {
        return """
                {"url": "urn:alongside:extension:need-rule", "extension": [{"url": "when", "valueBoolean": true},
                 {"url": "category", "valueCode": "stress"}, {"url": "severity", "valueInteger": %d},
                 {"url": "urgency", "valueCode": "%s"}]}""".formatted(severity, urgency);
    }

    private void answer(String linkId, Object... values) {
        List.of(values).forEach(value -> answers.add(new AnswerPlace(linkId, 0), value));
    }

    private boolean isShown(String linkId) {
        return coreNeeds.shown(answers).contain(new AnswerPlace(linkId, 0));
    }
}
