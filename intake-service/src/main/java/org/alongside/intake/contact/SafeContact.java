package org.alongside.intake.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.alongside.intake.client.api.Address;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.contact.api.ContactNow.SafePoint;
import org.alongside.intake.contact.api.ContactNow.Withheld;
import org.alongside.intake.contact.api.Manner;
import org.alongside.intake.contact.api.Means;
import org.alongside.intake.contact.api.WithheldBecause;

/** Decides for each way to reach a client whether it is safe. What is not stated as safe is not safe. */
final class SafeContact {

    private final Contact contact;
    private final Manner manner;
    private final Instant now;
    private final boolean homeAgency;
    private final List<SafePoint> points = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();

    /** @param homeAgency whether the agency where the client was taken in asks */
    SafeContact(Contact contact, Manner manner, Instant now, boolean homeAgency) {
        this.contact = contact;
        this.manner = manner;
        this.now = now;
        this.homeAgency = homeAgency;
        if (contact.points() != null) {
            contact.points().forEach(this::decide);
        }
        if (contact.address() != null) {
            decide(contact.address());
        }
    }

    List<SafePoint> points() {
        return List.copyOf(points);
    }

    List<Withheld> withheld() {
        return List.copyOf(withheld);
    }

    private void decide(Contact.Point point) {
        Means means = point.kind() == Contact.Kind.PHONE ? Means.PHONE : Means.EMAIL;
        add(new SafePoint(means, point.value(), point.hours(), null), reason(point, means));
    }

    private void decide(Address address) {
        add(new SafePoint(Means.ADDRESS, null, null, address), reason(address));
    }

    private void add(SafePoint point, Optional<WithheldBecause> reason) {
        reason.ifPresentOrElse(why -> withheld.add(new Withheld(point.kind(), why)), () -> points.add(point));
    }

    private Optional<WithheldBecause> reason(Contact.Point point, Means means) {
        if (isNotToBeContacted()) {
            return Optional.of(WithheldBecause.DO_NOT_CONTACT);
        }
        if ((manner == Manner.WRITE) != (means == Means.EMAIL)) {
            return Optional.of(WithheldBecause.OTHER_MANNER);
        }
        return isSafe(point) ? reasonOfHours(point) : Optional.of(WithheldBecause.NOT_SAFE);
    }

    private Optional<WithheldBecause> reason(Address address) {
        if (isNotToBeContacted()) {
            return Optional.of(WithheldBecause.DO_NOT_CONTACT);
        }
        if (address.confidential() && !homeAgency) {
            return Optional.of(WithheldBecause.CONFIDENTIAL);
        }
        if (manner != Manner.WRITE) {
            return Optional.of(WithheldBecause.OTHER_MANNER);
        }
        return address.safeToWrite() ? Optional.empty() : Optional.of(WithheldBecause.NOT_SAFE);
    }

    private boolean isNotToBeContacted() {
        return Boolean.TRUE.equals(contact.doNotContact());
    }

    private boolean isSafe(Contact.Point point) {
        return switch (manner) {
            case CALL -> point.safeToCall();
            case TEXT -> point.safeToText();
            case MESSAGE -> point.safeToLeaveMessage();
            case WRITE -> point.safeToWrite();
        };
    }

    private Optional<WithheldBecause> reasonOfHours(Contact.Point point) {
        if (point.safeTimes() == null) {
            return point.hours() == null ? Optional.empty() : Optional.of(WithheldBecause.HOURS_IN_WORDS);
        }
        boolean safeNow = point.safeTimes().stream().anyMatch(time -> time.holdsAt(now));
        return safeNow ? Optional.empty() : Optional.of(WithheldBecause.OUTSIDE_HOURS);
    }
}
