package org.alongside.intake.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.DateOfBirth;
import org.alongside.intake.client.api.DateOfBirth.Precision;
import org.alongside.intake.client.api.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final String DAY = "1984-03-17";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ng          | Anna     | 1984-03-17 | Ng           | Anna    | 1984-03-17 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_SAME
            Núñez       | José     | 1984-03-17 | NUNEZ        | Jose    | 1984-03-17 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_SAME
            Иванова     | Ольга    | 1984-03-17 | Ivanova      | Olga    | 1984-03-17 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_SAME
            王           | 伟        | 1984-03-17 | Wang         | Wei     | 1984-03-17 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_SAME
            Catherine   | Smyth    |            | Katherine    | Smith   |            | FAMILY_NAME_ALIKE, GIVEN_NAME_ALIKE
            Vargas Luna | Rosa     | 1984-03-17 | Vargas       | Rosa    | 1984-03-17 | FAMILY_NAME_SHARED, GIVEN_NAME_SAME, BIRTH_SAME
            de la Cruz  | Rosa     |            | Cruz         | Rosa    |            | FAMILY_NAME_SAME, GIVEN_NAME_SAME
            Vargas      | Rosa     | 1984-03-17 | Rosa         | Vargas  | 1984-03-17 | NAMES_EXCHANGED, BIRTH_SAME
            Vargas      | R        |            | Vargas       | Rosa    |            | FAMILY_NAME_SAME, GIVEN_NAME_INITIAL
            Vargas      | Rosa     | 1984-03-07 | Vargas       | Rosa    | 1984-07-03 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_EXCHANGED
            Vargas      | Rosa     | 1984-03-17 | Vargas       | Rosa    | 1948-03-17 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_EXCHANGED
            Vargas      | Rosa     | 1984-03-17 | Vargas       | Rosa    | 1984-03-19 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_ONE_DIGIT
            Vargas      | Rosa     | 1984-03-17 | Vargas       | Rosa    | 1984       | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_YEAR_FITS
            Vargas      | Rosa     | 1984-03-17 | Vargas       | Rosa    | 1991-12-02 | FAMILY_NAME_SAME, GIVEN_NAME_SAME, BIRTH_DIFFERENT
            Vargas      | Maria    | 1984-03-17 | Vargas       | Mario   | 1984-03-17 | FAMILY_NAME_SAME, GIVEN_NAME_DIFFERENT, BIRTH_SAME
            Vargas      | Rosalinda | 1984-03-17 | Vargas      | Roaslinda | 1984-03-17 | FAMILY_NAME_SAME, GIVEN_NAME_ALIKE, BIRTH_SAME
            """)
    void eachDifferenceIsNamed(String family, String given, String born, String otherFamily, String otherGiven,
            String otherBorn, String factors) {
        Comparison comparison = Comparison.of(person(family, given, born), person(otherFamily, otherGiven, otherBorn));
        assertEquals(factors, String.join(", ", comparison.factors().stream().map(Enum::name).toList()));
        assertEquals(comparison.factors(),
                Comparison.of(person(otherFamily, otherGiven, otherBorn), person(family, given, born)).factors());
    }

    /** Everything but the given name is the same, to the telephone of the family. */
    @Test
    void twinsAreNotDuplicates() {
        Traits one = new Traits(List.of("vargas"), List.of("rosa"), DAY, true, Set.of("5550142"), "00105");
        Traits other = new Traits(List.of("vargas"), List.of("elena"), DAY, true, Set.of("5550142"), "00105");
        assertEquals(Likelihood.NONE, Likelihood.of(Comparison.of(one, other).score()));
        Traits brother = new Traits(List.of("vargas"), List.of("roso"), DAY, true, Set.of("5550142"), "00105");
        assertEquals(Likelihood.NONE, Likelihood.of(Comparison.of(one, brother).score()));
    }

    /** Of a name of signs alone nothing is left to compare, and nothing left is not the same. */
    @Test
    void namesOfWhichNothingIsLeftAreNotTheSame() {
        Traits one = new Traits(List.of(), List.of(), DAY, true, Set.of("5550142"), "00105");
        assertTrue(Comparison.of(one, one).factors().contains(FactorCode.FAMILY_NAME_DIFFERENT));
        assertNotEquals(Likelihood.PROBABLE, Likelihood.of(Comparison.of(one, one).score()));
    }

    @Test
    void theSamePersonTwiceIsProbable() {
        Traits person = person("Vargas", "Rosa", DAY);
        assertEquals(Likelihood.PROBABLE, Likelihood.of(Comparison.of(person, person).score()));
    }

    @Test
    void estimatedYearsFitWithinTwo() {
        Traits known = person("Vargas", "Rosa", DAY);
        Traits estimated = Traits.of(new ClientDetails(new Identity("Vargas", "Rosa", null, null,
                new DateOfBirth("1986", Precision.ESTIMATED), null), null)).get(0);
        Traits stated = Traits.of(new ClientDetails(new Identity("Vargas", "Rosa", null, null,
                new DateOfBirth("1986", Precision.YEAR), null), null)).get(0);
        assertTrue(Comparison.of(known, estimated).factors().contains(FactorCode.BIRTH_YEAR_FITS));
        assertTrue(Comparison.of(known, stated).factors().contains(FactorCode.BIRTH_YEAR_FITS));
    }

    @Test
    void recordsOfOnePersonMeetByAKey() {
        assertMeet(person("Vargas", "Rosa", DAY), person("Rosa", "Vargas", null));
        assertMeet(person("Иванова", "Ольга", null), person("Ivanova", "Olga", null));
        assertMeet(person("Vargas", "Rosa", "1984-03-07"), person("Vargas", "Lin", "1984-07-03"));
        assertMeet(person("Vargas", "Rosa", DAY), person("Mendez", "Rosa", DAY));
        assertFalse(meet(person("Vargas", "Rosa", DAY), person("Mendez", "Lin", DAY)));
    }

    private static void assertMeet(Traits one, Traits other) {
        assertTrue(meet(one, other), DuplicateKeys.of(one) + " " + DuplicateKeys.of(other));
    }

    private static boolean meet(Traits one, Traits other) {
        return DuplicateKeys.of(one).stream().anyMatch(DuplicateKeys.of(other)::contains);
    }

    private static Traits person(String family, String given, String born) {
        DateOfBirth date = born == null
                ? null
                : new DateOfBirth(born, born.length() == 4 ? Precision.YEAR : Precision.EXACT);
        return Traits.of(new ClientDetails(new Identity(family, given, null, null, date, null), null)).get(0);
    }
}
