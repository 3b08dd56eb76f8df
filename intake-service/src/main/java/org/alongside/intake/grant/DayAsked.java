package org.alongside.intake.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.ws.rs.QueryParam;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Of which day the grants are asked for.
 *
 * @param on   null for no day: all grants there ever were
 * @param zone name in the IANA time zone database of the zone that the day is one of; null for that of the client's home agency
 */
public record DayAsked(
        @Parameter(description = "Only grants by which somebody could see the client at some time of this day") @QueryParam("on") LocalDate on,
        @Parameter(description = "Time zone of that day by its IANA name, such as America/New_York; default that of the agency") @QueryParam("zone") String zone) {

    /** @throws Problem {@code invalid-input} when the zone is unknown, or there is no day that it could be said of */
    public DayAsked {
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Problem.invalid(Violation.ofQuery("zone", "unknown-zone",
                    "expected a name of the IANA time zone database, such as America/New_York"));
        }
        if (zone != null && on == null) {
            throw Problem.invalid(Violation.ofQuery("zone", "without-day", "says of which zone the day in `on` is"));
        }
    }

    boolean isAny() {
        return on == null;
    }

    /** Its first instant. */
    Instant start(ZoneId ofAgency) {
        return on.atStartOfDay(zoneOr(ofAgency)).toInstant();
    }

    /** The first instant of the day after it: 23 to 25 hours later. */
    Instant end(ZoneId ofAgency) {
        return on.plusDays(1).atStartOfDay(zoneOr(ofAgency)).toInstant();
    }

    private ZoneId zoneOr(ZoneId ofAgency) {
        return zone == null ? ofAgency : ZoneId.of(zone);
    }
}
