package org.alongside.referral.appointment.api;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * When the client is expected.
 *
 * @param timeZone  IANA id of the zone in which it was agreed
 * @param localTime what calendar and clock show there then
 */
public record AppointmentView(Instant at, String timeZone, LocalDateTime localTime) {}
