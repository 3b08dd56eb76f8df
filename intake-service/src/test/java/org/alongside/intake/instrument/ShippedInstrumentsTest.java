package org.alongside.intake.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.need.Urgency;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The scale of self-sufficiency and the talk about safety, and all shipped ones in Spanish. */
class ShippedInstrumentsTest {

    private final List<Instrument> shipped = new ShippedInstruments(new SmallRyeConfigBuilder()
            .withMapping(InstrumentConfig.class).build().getConfigMapping(InstrumentConfig.class),
            new NeedCategories()).all();
    private final Answers answers = new Answers();

    @Test
    void threeComeWithTheSuite() {
        assertEquals(List.of("core-needs 1.1.0", "self-sufficiency 1.0.0", "safety-screen 1.0.0"),
                shipped.stream().map(instrument -> instrument.name() + " " + instrument.version()).toList());
    }

    /** Each text that a person reads; what stands in the file for developers is not one. */
    @Test
    void eachTextIsThereInSpanish() throws Exception {
        for (Instrument instrument : shipped) {
            List<String> missing = new ArrayList<>();
            collect(new ObjectMapper().readTree(instrument.source()), missing);
            assertEquals(List.of(), missing, instrument.name());
            String spanish = new String(new Translation("es").of(instrument.source()), StandardCharsets.UTF_8);
            assertTrue(spanish.contains("\"display\":\"Prefiero no decirlo\""), instrument.name());
            assertFalse(spanish.contains("\"display\":\"I would rather not say\""), instrument.name());
        }
    }

    private static void collect(JsonNode node, List<String> missing) {
        for (String member : List.of("text", "title", "display", "valueString")) {
            boolean reference = member.equals("valueString")
                    && List.of("of", "content").contains(node.path("url").asText());
            if (node.path(member).isTextual() && !reference && !node.has("_" + member)) {
                missing.add(node.get(member).textValue());
            }
        }
        node.forEach(child -> collect(child, missing));
    }

    @Test
    void selfSufficiencyIsAMeanFromSixAnswersOn() {
        Instrument scale = instrument("self-sufficiency");
        List<String> parts = List.of("housing", "income", "food", "work", "health");
        parts.forEach(part -> answer("standing." + part, "level-2"));
        answer("standing.law", "rather-not-say");
        assertEquals(new Score("standing", null, 5, 12, null, parts.stream().map(part -> "standing." + part).toList()),
                scale.scores(answers).get(0));
        answer("standing.people", "level-5");
        Score score = scale.scores(answers).get(0);
        assertEquals(new BigDecimal("2.50"), score.value());
        assertEquals("holding-on", score.band());
        assertEquals(6, score.answered());
    }

    @Test
    void theLowestStepsOfTheScaleProposeNeeds() {
        answer("standing.food", "level-1");
        answer("standing.housing", "level-3");
        assertEquals(List.of(new ProposedNeed("food-insecurity", 3, Urgency.IMMEDIATE, List.of("standing.food"))),
                instrument("self-sufficiency").propose(answers));
    }

    /** Nobody who may be overheard is asked who hurts them. */
    @Test
    void theTalkAboutSafetyGoesOnOnlyInPrivate() {
        Instrument screen = instrument("safety-screen");
        answer("who.person", "former-partner");
        answer("now.partner.today", true);
        assertEquals(List.of(), screen.propose(answers));
        assertFalse(isShown(screen, "who.person"));
        answer("before.alone", true);
        assertTrue(isShown(screen, "now.partner.today"));
        assertFalse(isShown(screen, "now.carer.hurt"));
        assertEquals(
                List.of(new ProposedNeed("intimate-partner-violence", 3, Urgency.IMMEDIATE,
                        List.of("now.partner.today"))),
                screen.propose(answers));
    }

    private Instrument instrument(String name) {
        return shipped.stream().filter(instrument -> instrument.name().equals(name)).findFirst().orElseThrow();
    }

    private void answer(String linkId, Object value) {
        answers.add(new AnswerPlace(linkId, 0), value);
    }

    private boolean isShown(Instrument instrument, String linkId) {
        return instrument.shown(answers).contain(new AnswerPlace(linkId, 0));
    }
}
