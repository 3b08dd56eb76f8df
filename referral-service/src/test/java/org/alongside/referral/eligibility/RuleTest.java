package org.alongside.referral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.alongside.referral.eligibility.api.Check;
import org.alongside.referral.eligibility.api.Facts;
import org.alongside.referral.povertyline.InForce;
import org.alongside.referral.povertyline.api.PovertyLineContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    private static final InForce LINES = new InForce(Map.of("line", new PovertyLineContent("USD",
            List.of(BigDecimal.valueOf(10_000), BigDecimal.valueOf(14_000)), BigDecimal.valueOf(3_000), "a test")));
    private static final Rule VETERAN = new StatusRule("veteran");
    private static final Rule TENANT = new StatusRule("tenant");

    /** Kleene's strong logic of three values. */
    @ParameterizedTest
    @CsvSource({"YES,YES,YES,YES", "YES,UNKNOWN,UNKNOWN,YES", "YES,NO,NO,YES", "UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN",
            "UNKNOWN,NO,NO,UNKNOWN", "NO,NO,NO,NO"})
    void whatIsKnownSettlesWhatItCan(Answer one, Answer other, Answer both, Answer either) {
        assertEquals(both, one.and(other));
        assertEquals(both, other.and(one));
        assertEquals(either, one.or(other));
        assertEquals(either, other.or(one));
    }

    @ParameterizedTest
    @CsvSource({"YES,NO", "UNKNOWN,UNKNOWN", "NO,YES"})
    void notTurnsRound(Answer answer, Answer turned) {
        assertEquals(turned, answer.not());
    }

    @ParameterizedTest
    @CsvSource({"18,25,17,NO", "18,25,18,YES", "18,25,25,YES", "18,25,26,NO", "18,,90,YES", ",25,0,YES",
            "18,25,,UNKNOWN", "0.5,,0,UNKNOWN", "0.5,,1,YES", "1.5,,0,NO", ",2.5,2,UNKNOWN", ",2.5,3,NO", ",2.5,1,YES",
            "0.5,2.5,3,NO", "0.25,0.5,0,UNKNOWN", "1.0,2.0,1,YES", "1.0,2.0,2,YES"})
    void agesAreIncluded(BigDecimal from, BigDecimal to, Integer age, Answer expected) {
        assertEquals(expected, new AgeRule(from, to).answer(with(new Facts(age, null, null, null, null))));
    }

    @ParameterizedTest
    @CsvSource({"1,12500,YES", "1,12500.01,NO", "2,17500,YES", "2,17501,NO", "3,21250,YES", "3,21251,NO",
            "5,28750,YES", "5,28751,NO", ",1,UNKNOWN", "2,,UNKNOWN"})
    void incomeIsHeldAgainstTheLineOfTheHousehold(Integer size, BigDecimal income, Answer expected) {
        assertEquals(expected,
                new IncomeRule(125, "line").answer(with(new Facts(null, size, income, null, null))));
    }

    @Test
    void aLineThatIsNotThereLeavesItOpen() {
        Facts facts = new Facts(null, 1, BigDecimal.ONE, null, null);
        Check check = new IncomeRule(125, "other").checks(with(facts)).findFirst().orElseThrow();
        assertEquals(new Check("income", Answer.UNKNOWN, null,
                "Income up to 125 % of the poverty line other, which is not known here."), check);
        assertEquals(null, asks(new IncomeRule(125, "other"), Facts.NONE), "no fact would settle it");
    }

    @Test
    void anAgeIsAskedForOnce() {
        Rule rule = new AgeRule(new BigDecimal("0.5"), null);
        assertEquals("/facts/age", asks(rule, Facts.NONE));
        assertEquals(null, asks(rule, new Facts(0, null, null, null, null)), "it is told in whole years");
    }

    @Test
    void incomeAsksForWhatIsMissing() {
        Rule rule = new IncomeRule(125, "line");
        assertEquals("/facts/yearlyIncome", asks(rule, new Facts(null, 2, null, null, null)));
        assertEquals("/facts/householdSize", asks(rule, new Facts(null, null, BigDecimal.ONE, null, null)));
        assertEquals("Income up to 125 % of the poverty line line, 17500 a year for this household.",
                rule.checks(with(new Facts(null, 2, null, null, null))).findFirst().orElseThrow().words());
    }

    @Test
    void areaHouseholdAndDocumentsCount() {
        Facts facts = new Facts(null, 2, null, null, Map.of("lease", false));
        Rule area = new AreaRule(Set.of("00103"));
        assertEquals(Answer.YES, area.answer(with(facts)));
        assertEquals(Answer.NO, new AreaRule(Set.of("00104")).answer(with(facts)));
        assertEquals(Answer.UNKNOWN, area.answer(new Circumstances(facts, null, LINES)));
        assertEquals(Answer.YES, new HouseholdRule(BigDecimal.valueOf(2), null).answer(with(facts)));
        assertEquals(Answer.NO, new HouseholdRule(BigDecimal.valueOf(3), null).answer(with(facts)));
        assertEquals(Answer.NO, new DocumentRule("lease").answer(with(facts)));
        assertEquals(Answer.UNKNOWN, new DocumentRule("photo-id").answer(with(facts)));
    }

    @Test
    void rulesNestAndEachSingleOneIsExplained() {
        Rule rule = new AllOf(List.of(new AnyOf(List.of(VETERAN, TENANT)), new Not(new StatusRule("owner"))));
        Circumstances circumstances = with(
                new Facts(null, null, null, Map.of("tenant", true, "owner", false), null));
        assertEquals(Answer.YES, rule.answer(circumstances));
        assertEquals(List.of(new Check("status", Answer.UNKNOWN, "/facts/statuses/veteran", "Applies: veteran."),
                new Check("status", Answer.YES, null, "Applies: tenant."),
                new Check("status", Answer.YES, null, "Not: Applies: owner.")), rule.checks(circumstances).toList());
    }

    private static String asks(Rule rule, Facts facts) {
        return rule.checks(with(facts)).findFirst().orElseThrow().asks();
    }

    private static Circumstances with(Facts facts) {
        return new Circumstances(facts, "00103", LINES);
    }
}
