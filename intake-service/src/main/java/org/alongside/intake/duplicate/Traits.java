package org.alongside.intake.duplicate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.DateOfBirth;
import org.alongside.intake.client.api.Identity;
import org.alongside.intake.client.api.OtherName;
import org.alongside.kit.sealing.BlindIndex;

/**
 * What two records are compared by, under one name of the person.
 *
 * @param family   words of the family name
 * @param given    words of the given names and of the name to use
 * @param born     {@code 1984-03-17}, {@code 1984}, or null
 * @param certain  whether the date is exact
 * @param contacts telephone numbers by their digits, e-mail addresses
 * @param area     postal code; null when it is not known
 */
record Traits(List<String> family, List<String> given, String born, boolean certain, Set<String> contacts,
        String area) {

    private static final int WHOLE_DATE = 10;

    /** Once for each name of the person: the legal one, former ones, those in other scripts. */
    static List<Traits> of(ClientDetails details) {
        Identity identity = details.identity();
        Stream<OtherName> others = identity.otherNames() == null ? Stream.of() : identity.otherNames().stream();
        return Stream.concat(Stream.of(named(details, identity.familyName(), identity.givenNames())),
                others.map(
                        other -> named(details, other.familyName() == null ? identity.familyName() : other.familyName(),
                                other.givenNames() == null ? identity.givenNames() : other.givenNames())))
                .toList();
    }

    private static Traits named(ClientDetails details, String familyName, String givenNames) {
        DateOfBirth date = details.identity().dateOfBirth();
        Contact contact = details.contact();
        List<String> given = Stream.of(givenNames, details.identity().nameToUse())
                .flatMap(name -> NameForms.words(name).stream()).distinct().toList();
        return new Traits(NameForms.words(familyName), given, date == null ? null : date.value(),
                date != null && date.precision() == DateOfBirth.Precision.EXACT, contacts(contact),
                contact == null ? null : contact.areaPostalCode());
    }

    private static Set<String> contacts(Contact contact) {
        return contact == null || contact.points() == null
                ? Set.of()
                : contact.points().stream().map(point -> BlindIndex.normaliseContact(point.value()))
                        .filter(value -> !value.isBlank()).collect(Collectors.toSet());
    }

    boolean hasWholeDate() {
        return born != null && born.length() == WHOLE_DATE;
    }
}
