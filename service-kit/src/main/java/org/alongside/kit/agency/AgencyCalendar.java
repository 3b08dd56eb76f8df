package org.alongside.kit.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Which day it is at an agency: what is due, overdue or still to come is so by the calendar that its people read. */
@ApplicationScoped
public class AgencyCalendar {

    private final AgencyDirectory agencies;
    private final Clock clock;

    AgencyCalendar(AgencyDirectory agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    public LocalDate today(UUID agency) {
        return LocalDate.ofInstant(clock.instant(), agencies.zoneOf(agency));
    }

    /**
     * The day on which something was so that is recorded afterwards.
     *
     * @param stated {@code null} for today
     * @param field  of the body that states it, a JSON Pointer
     * @throws Problem {@code invalid-input} when it is still to come
     */
    public LocalDate dayOf(UUID agency, LocalDate stated, String field) {
        LocalDate today = today(agency);
        if (stated != null && stated.isAfter(today)) {
            throw Problem.invalid(new Violation(field, "in-future", "is recorded when it is so"));
        }
        return stated == null ? today : stated;
    }
}
