package org.alongside.intake.duplicate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a record meets those that may be of the same person: each key is something that two spellings of one person share. They are
 * stored as blind tokens only.
 */
final class DuplicateKeys {

    /** Raised when the keys of a record change, so that stored ones are made anew. */
    static final int EDITION = 1;

    private DuplicateKeys() {}

    /** @param names the person under each of the names */
    static Set<String> of(List<Traits> names) {
        return names.stream().flatMap(name -> of(name).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<String> of(Traits person) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> family = sounds(person.family().stream());
        Set<String> given = sounds(person.given().stream());
        // whichever of them was taken for the family name
        family.forEach(one -> given.forEach(other -> keys.add("names " + both(one, other))));
        if (person.hasWholeDate()) {
            String digits = person.born().replace("-", "");
            Stream.concat(family.stream(), given.stream()).forEach(name -> {
                keys.add("name and birth " + name + " " + digits);
                keys.add("name and digits of birth " + name + " " + sorted(digits));
            });
        }
        person.contacts().forEach(contact -> keys.add("contact " + contact));
        return keys;
    }

    private static Set<String> sounds(Stream<String> words) {
        return words.flatMap(word -> NameForms.sounds(word).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String both(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** The same for each order of the digits: day and month exchanged, or two digits. */
    private static String sorted(String digits) {
        return digits.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }
}
