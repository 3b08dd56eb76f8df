package org.alongside.intake.client;

import java.util.Random;
import java.util.stream.Collectors;

/** Names for tests in which nobody else may be alike. */
public final class Names {

    /** One for each sound that names are compared by, or marks made of a few letters would sound alike now and then. */
    private static final String CONSONANTS = "BTFKLMNRS";
    private static final Random CHANCE = new Random();

    private Names() {}

    /** One word of letters; of two of them, less than one pair in five thousand sounds the same. */
    public static String unlikeAnyOther() {
        return CHANCE.ints(6, 0, CONSONANTS.length()).mapToObj(at -> CONSONANTS.charAt(at) + "o")
                .collect(Collectors.joining());
    }
}
