package org.alongside.referral.appointment.api;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An appointment.
 *
 * @param at       in the future, at most two years ahead
 * @param timeZone IANA id of the zone of the place, for example {@code Europe/Vienna}
 */
public record MakeAppointment(@NotNull Instant at, @NotNull @Size(max = 60) String timeZone) {}
