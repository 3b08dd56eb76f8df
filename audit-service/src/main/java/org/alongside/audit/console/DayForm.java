package org.alongside.audit.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.ws.rs.FormParam;

import org.alongside.audit.accessevent.AccessEventQuery;
import org.alongside.kit.problem.Problem;

/**
 * Whose day is asked for.
 *
 * @param actor   as in {@link AccessEventQuery}
 * @param date    day in UTC, {@code YYYY-MM-DD}
 * @param actorAt of a button in a table of accesses, in place of both: actor, space, RFC 3339 time in UTC
 */
public record DayForm(@FormParam("actor") String actor, @FormParam("date") String date,
        @FormParam("actor-at") String actorAt) {

    private static final int LENGTH_OF_DATE = "2026-11-22".length();

    static final DayForm EMPTY = new DayForm(null, null, null);

    public DayForm {
        int space = actorAt == null ? -1 : actorAt.lastIndexOf(' ');
        if (space >= 0) {
            actor = actorAt.substring(0, space);
            date = actorAt.substring(space + 1, Math.min(actorAt.length(), space + 1 + LENGTH_OF_DATE));
        }
    }

    /** @throws Problem {@code invalid-input} naming the field that is missing or wrong */
    AccessEventQuery query() {
        String who = Fields.required("actor", Fields.orNull(actor));
        LocalDate day = Fields.required("date",
                Fields.read("date", date, LocalDate::parse, "must be a date, such as 2026-11-22"));
        return new AccessEventQuery(null, who, null, null, null, null, null, null, null, begin(day),
                begin(day.plusDays(1))).checked("");
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
