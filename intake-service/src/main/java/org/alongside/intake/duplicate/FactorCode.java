package org.alongside.intake.duplicate;

import org.alongside.intake.duplicate.api.PossibleDuplicate;
import org.alongside.kit.code.Coded;

/**
 * What speaks for or against two records being of one person, and how much. The points were set by hand, so that no two factors outweigh a
 * given name or a birth that differ; {@code DuplicateRecallTest} says what they come to.
 */
public enum FactorCode implements Coded {

    FAMILY_NAME_SAME(30, "The family name is the same."),
    FAMILY_NAME_ALIKE(24, "The family names sound or look alike."),
    FAMILY_NAME_SHARED(20, "One part of the family name is the same."),
    FAMILY_NAME_DIFFERENT(-20, "The family names differ."),
    GIVEN_NAME_SAME(25, "A given name is the same."),
    GIVEN_NAME_ALIKE(18, "Given names sound or look alike."),
    GIVEN_NAME_INITIAL(8, "One record has the initial of the other's given name."),
    GIVEN_NAME_DIFFERENT(-45, "The given names differ: so may brothers and sisters."),
    NAMES_EXCHANGED(50, "Family and given name are exchanged."),
    BIRTH_SAME(35, "The date of birth is the same."),
    BIRTH_EXCHANGED(28, "The dates of birth have day and month, or two digits, exchanged."),
    BIRTH_ONE_DIGIT(18, "The dates of birth differ in one digit."),
    BIRTH_YEAR_FITS(10, "The years of birth fit, as far as they are known."),
    BIRTH_DIFFERENT(-45, "The dates of birth differ."),
    CONTACT_SAME(20, "A telephone number or an e-mail address is the same."),
    AREA_SAME(5, "The area is the same.");

    private final int points;
    private final String words;

    FactorCode(int points, String words) {
        this.points = points;
        this.words = words;
    }

    int points() {
        return points;
    }

    /** For whoever decides. */
    public PossibleDuplicate.Factor factor() {
        return new PossibleDuplicate.Factor(this, points, words);
    }
}
