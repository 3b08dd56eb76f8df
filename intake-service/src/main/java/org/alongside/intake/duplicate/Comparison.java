package org.alongside.intake.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How likely two records are of one person: each factor by itself, and their sum. Twins have the same family, birth, home and telephone, so
 * a given name that differs outweighs them all.
 */
final class Comparison {

    private static final int MOST = 100;
    /** Shorter words are too often one letter apart. */
    private static final int SHORTEST_WITH_TYPO = 4;
    private static final int LONG = 7;
    private static final int YEAR_DIGITS = 4;
    private static final int YEARS_OF_AN_ESTIMATE = 2;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);
    private static final String VOWELS = "aeiouy";

    private final Traits one;
    private final Traits other;
    private final List<FactorCode> factors = new ArrayList<>();

    private Comparison(Traits one, Traits other) {
        this.one = one;
        this.other = other;
    }

    /** Of the names under which they are most alike. */
    static Comparison of(List<Traits> one, List<Traits> other) {
        return one.stream().flatMap(name -> other.stream().map(otherName -> of(name, otherName)))
                .max(Comparator.comparingInt(Comparison::score)).orElseThrow();
    }

    static Comparison of(Traits one, Traits other) {
        Comparison comparison = new Comparison(one, other);
        comparison.names();
        comparison.births();
        comparison.add(shared(one.contacts(), other.contacts()), FactorCode.CONTACT_SAME);
        comparison.add(one.area() != null && one.area().equals(other.area()), FactorCode.AREA_SAME);
        return comparison;
    }

    /** 0 to 100. */
    int score() {
        return Math.max(0, Math.min(MOST, factors.stream().mapToInt(FactorCode::points).sum()));
    }

    List<FactorCode> factors() {
        return List.copyOf(factors);
    }

    private void add(boolean holds, FactorCode factor) {
        if (holds) {
            factors.add(factor);
        }
    }

    private void names() {
        if (areExchanged()) {
            factors.add(FactorCode.NAMES_EXCHANGED);
            return;
        }
        factors.add(family());
        if (!one.given().isEmpty() && !other.given().isEmpty()) {
            factors.add(given());
        }
    }

    /** Each is like the other's other name, one of them to the letter. */
    private boolean areExchanged() {
        boolean there = shared(one.family(), other.given());
        boolean back = shared(one.given(), other.family());
        return !shared(one.family(), other.family()) && (there && (back || alike(one.given(), other.family()))
                || back && alike(one.family(), other.given()));
    }

    private FactorCode family() {
        if (one.family().isEmpty() || other.family().isEmpty()) {
            return FactorCode.FAMILY_NAME_DIFFERENT;
        }
        if (one.family().equals(other.family()) || together(one.family()).equals(together(other.family()))) {
            return FactorCode.FAMILY_NAME_SAME;
        }
        if (shared(one.family(), other.family())) {
            return FactorCode.FAMILY_NAME_SHARED;
        }
        return alike(one.family(), other.family()) ? FactorCode.FAMILY_NAME_ALIKE : FactorCode.FAMILY_NAME_DIFFERENT;
    }

    private FactorCode given() {
        if (shared(one.given(), other.given()) || together(one.given()).equals(together(other.given()))) {
            return FactorCode.GIVEN_NAME_SAME;
        }
        if (alike(one.given(), other.given())) {
            return FactorCode.GIVEN_NAME_ALIKE;
        }
        boolean initial = one.given().stream().anyMatch(word -> other.given().stream()
                .anyMatch(name -> (word.length() == 1 || name.length() == 1) && word.charAt(0) == name.charAt(0)));
        return initial ? FactorCode.GIVEN_NAME_INITIAL : FactorCode.GIVEN_NAME_DIFFERENT;
    }

    private static String together(List<String> words) {
        return String.join("", words);
    }

    private static <T> boolean shared(Iterable<T> some, Collection<T> others) {
        for (T each : some) {
            if (others.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean alike(List<String> some, List<String> others) {
        return some.stream().anyMatch(word -> others.stream().anyMatch(name -> alike(word, name)));
    }

    /** Names that differ in their last vowel alone are two: Maria and Mario may be twins. */
    private static boolean alike(String word, String name) {
        int shorter = Math.min(word.length(), name.length());
        if (shorter < SHORTEST_WITH_TYPO || onlyLastVowelDiffers(word, name)) {
            return false;
        }
        int distance = DISTANCE.apply(word, name);
        boolean typo = distance == 1 || distance == 2 && (shorter >= LONG || transposed(word, name));
        boolean sound = distance >= 0 && !disjoint(NameForms.sounds(word), NameForms.sounds(name));
        return typo || sound;
    }

    private static boolean onlyLastVowelDiffers(String word, String name) {
        int last = word.length() - 1;
        return word.length() == name.length() && word.regionMatches(0, name, 0, last)
                && VOWELS.indexOf(word.charAt(last)) >= 0 && VOWELS.indexOf(name.charAt(last)) >= 0;
    }

    private static boolean disjoint(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both.isEmpty();
    }

    /** Two neighbours have changed places. */
    private static boolean transposed(String word, String name) {
        if (word.length() != name.length()) {
            return false;
        }
        int first = 0;
        while (word.charAt(first) == name.charAt(first)) {
            first++;
        }
        return first + 1 < word.length() && word.charAt(first) == name.charAt(first + 1)
                && word.charAt(first + 1) == name.charAt(first)
                && word.substring(first + 2).equals(name.substring(first + 2));
    }

    private void births() {
        if (one.born() == null || other.born() == null) {
            return;
        }
        if (one.hasWholeDate() && other.hasWholeDate()) {
            factors.add(dates(one.born().replace("-", ""), other.born().replace("-", "")));
        } else {
            int years = Math.abs(year(one) - year(other));
            boolean fits = years <= (one.certain() && other.certain() ? 0 : YEARS_OF_AN_ESTIMATE);
            factors.add(fits ? FactorCode.BIRTH_YEAR_FITS : FactorCode.BIRTH_DIFFERENT);
        }
    }

    private static int year(Traits person) {
        return Integer.parseInt(person.born().substring(0, YEAR_DIGITS));
    }

    private static FactorCode dates(String one, String other) {
        if (one.equals(other)) {
            return FactorCode.BIRTH_SAME;
        }
        boolean dayAndMonth = one.equals(other.substring(0, 4) + other.substring(6) + other.substring(4, 6));
        if (dayAndMonth || transposed(one, other)) {
            return FactorCode.BIRTH_EXCHANGED;
        }
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different == 1 ? FactorCode.BIRTH_ONE_DIGIT : FactorCode.BIRTH_DIFFERENT;
    }
}
