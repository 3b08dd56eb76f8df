package org.alongside.intake.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;

import org.alongside.intake.client.api.Address;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.SafeTime;
import org.alongside.intake.client.api.Weekday;
import org.alongside.intake.contact.api.ContactNow.Withheld;
import org.alongside.intake.contact.api.Manner;
import org.alongside.intake.contact.api.Means;
import org.alongside.intake.contact.api.WithheldBecause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafeContactTest {

    /** A Monday, 10:00 in Chicago. */
    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");

    @ParameterizedTest
    @CsvSource({"CALL,phone-call", "TEXT,phone-text", "MESSAGE,phone-message", "WRITE,email-write"})
    void aPointIsSafeInTheMannerThatWasStatedAndInNoOther(Manner manner, String safe) {
        Contact contact = with(null, phone("phone-call", true, false, false), phone("phone-text", false, true, false),
                phone("phone-message", false, false, true), email("email-write", true), email("email-none", false));
        SafeContact decided = new SafeContact(contact, manner, NOW, true);
        assertEquals(List.of(safe), decided.points().stream().map(point -> point.value()).toList());
        assertEquals(4, decided.withheld().size());
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotToBeContactedIsNotWhateverIsSafe(Manner manner) {
        Contact contact = new Contact(null, null, null, true, null, address(true, false), null,
                List.of(phone("555", true, true, true), email("a@b.example", true)));
        SafeContact decided = new SafeContact(contact, manner, NOW, true);
        assertEquals(List.of(), decided.points());
        assertEquals(List.of(Means.PHONE, Means.EMAIL, Means.ADDRESS),
                decided.withheld().stream().map(Withheld::kind).toList());
        assertEquals(List.of(WithheldBecause.DO_NOT_CONTACT),
                decided.withheld().stream().map(Withheld::reason).distinct().toList());
    }

    @Test
    void outsideTheHoursAPointIsWithheldAndInThemItIsNot() {
        Contact contact = with(null, at("555-1", "09:00", "12:00", null), at("555-2", "12:00", "17:00", null),
                at("555-3", "09:00", "11:00", "mornings"));
        SafeContact decided = new SafeContact(contact, Manner.CALL, NOW, true);
        assertEquals(List.of("555-1", "555-3"), decided.points().stream().map(point -> point.value()).toList());
        assertEquals(List.of(new Withheld(Means.PHONE, WithheldBecause.OUTSIDE_HOURS)), decided.withheld());
    }

    @Test
    void hoursInWordsAloneAreForPeopleToJudge() {
        Contact contact = with(null,
                new Contact.Point(Contact.Kind.PHONE, "555", true, true, true, false, "mornings", null));
        SafeContact decided = new SafeContact(contact, Manner.CALL, NOW, true);
        assertEquals(List.of(new Withheld(Means.PHONE, WithheldBecause.HOURS_IN_WORDS)), decided.withheld());
    }

    @ParameterizedTest
    @CsvSource({"true,true,true,", "true,false,true,", "true,true,false,CONFIDENTIAL", "false,true,true,NOT_SAFE",
            "false,false,false,NOT_SAFE", "true,false,false,"})
    void aLetterGoesWhereItIsSafeAndAConfidentialAddressToTheHomeAgencyAlone(boolean safe, boolean confidential,
            boolean homeAgency, WithheldBecause reason) {
        SafeContact decided = new SafeContact(with(address(safe, confidential)), Manner.WRITE, NOW, homeAgency);
        assertEquals(reason == null ? List.of() : List.of(new Withheld(Means.ADDRESS, reason)), decided.withheld());
        assertEquals(reason == null ? 1 : 0, decided.points().size());
    }

    @Test
    void nobodyCallsAnAddressOrWritesToAPhone() {
        Contact contact = with(address(true, false),
                new Contact.Point(Contact.Kind.PHONE, "555", true, true, true, true, null, null));
        assertEquals(List.of(new Withheld(Means.ADDRESS, WithheldBecause.OTHER_MANNER)),
                new SafeContact(contact, Manner.CALL, NOW, true).withheld());
        assertEquals(List.of(new Withheld(Means.PHONE, WithheldBecause.OTHER_MANNER)),
                new SafeContact(contact, Manner.WRITE, NOW, true).withheld());
    }

    private static Contact with(Address address, Contact.Point... points) {
        return new Contact(null, null, null, null, null, address, null, List.of(points));
    }

    private static Address address(boolean safe, boolean confidential) {
        return new Address("1 Main Street", null, null, null, null, null, safe, confidential);
    }

    private static Contact.Point phone(String value, boolean call, boolean text, boolean message) {
        return new Contact.Point(Contact.Kind.PHONE, value, call, text, message, true, null, null);
    }

    private static Contact.Point email(String value, boolean write) {
        return new Contact.Point(Contact.Kind.EMAIL, value, true, true, true, write, null, null);
    }

    private static Contact.Point at(String value, String from, String to, String words) {
        return new Contact.Point(Contact.Kind.PHONE, value, true, false, false, false, words,
                List.of(new SafeTime(EnumSet.of(Weekday.MONDAY), LocalTime.parse(from), LocalTime.parse(to),
                        "America/Chicago")));
    }
}
