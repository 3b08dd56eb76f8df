package org.alongside.intake.duplicate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.DateOfBirth;
import org.alongside.intake.client.api.Identity;
import org.alongside.kit.sealing.BlindIndex;

/**
 * What two records are compared by.
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

    static Traits of(ClientDetails details) {
        Identity identity = details.identity();
        DateOfBirth date = identity.dateOfBirth();
        Contact contact = details.contact();
        List<String> given = Stream.of(identity.givenNames(), identity.nameToUse())
                .flatMap(name -> NameForms.words(name).stream()).distinct().toList();
        return new Traits(NameForms.words(identity.familyName()), given, date == null ? null : date.value(),
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
