package org.alongside.intake.client.api;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Hours of the week at which a way to reach the client is safe, as the clocks show them where the client lives: summer time moves them as
 * it moves the day of whoever must not answer.
 *
 * @param days on which it begins
 * @param from time of day, included
 * @param to   time of day, excluded; not after {@code from} it is that time of the next day, so equal times are 24 hours
 * @param zone IANA time zone, for example {@code America/Chicago}
 */
public record SafeTime(@NotEmpty @Size(max = 7) Set<@NotNull Weekday> days,
        @NotNull @Schema(implementation = String.class, format = "time") LocalTime from,
        @NotNull @Schema(implementation = String.class, format = "time") LocalTime to,
        @NotNull @TimeZoneName String zone) {

    /** Whether the given moment is safe. */
    public boolean holdsAt(Instant moment) {
        ZonedDateTime there = moment.atZone(ZoneId.of(zone));
        LocalTime clock = there.toLocalTime();
        boolean today = days.contains(Weekday.of(there.getDayOfWeek()));
        if (from.isBefore(to)) {
            return today && !clock.isBefore(from) && clock.isBefore(to);
        }
        boolean sinceYesterday = days.contains(Weekday.of(there.getDayOfWeek().minus(1)));
        return today && !clock.isBefore(from) || sinceYesterday && clock.isBefore(to);
    }
}
