package org.alongside.referral.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.appointment.api.AppointmentView;
import org.alongside.referral.appointment.api.MakeAppointment;

/**
 * When the client is expected.
 *
 * @param timeZone IANA id of the zone in which it was agreed; the time there stays what it is when the client is elsewhere
 */
@Embeddable
public record Appointment(@Column(name = "scheduled_at") Instant at, @Column(name = "time_zone") String timeZone) {

    /** Further ahead a date is rather mistyped than meant. */
    private static final Period LONGEST = Period.ofYears(2);

    /**
     * To the second: the database keeps no nanoseconds, so that the same appointment would not be recognised.
     *
     * @throws Problem {@code invalid-input} when it is not ahead, is impossibly far ahead, or the zone is not known
     */
    public static Appointment of(MakeAppointment made, Clock clock) {
        Instant now = clock.instant();
        List<Violation> violations = new ArrayList<>();
        if (!made.at().isAfter(now)) {
            violations.add(new Violation("/at", "past", "an appointment lies in the future"));
        } else if (made.at().isAfter(now.atZone(ZoneOffset.UTC).plus(LONGEST).toInstant())) {
            violations.add(new Violation("/at", "too-far", "an appointment lies at most two years ahead"));
        }
        if (!ZoneId.getAvailableZoneIds().contains(made.timeZone())) {
            violations.add(
                    new Violation("/timeZone", "unknown-zone", "expected an IANA time zone such as Europe/Vienna"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return new Appointment(made.at().truncatedTo(ChronoUnit.SECONDS), made.timeZone());
    }

    public boolean hasBegun(Instant now) {
        return !at.isAfter(now);
    }

    public AppointmentView view() {
        return new AppointmentView(at, timeZone, at.atZone(ZoneId.of(timeZone)).toLocalDateTime());
    }
}
