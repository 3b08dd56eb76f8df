package org.alongside.referral.opening;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.referral.opening.api.HolidayView;
import org.alongside.referral.opening.api.Holidays;

/** Keeps the days on which timetables tell nothing. */
@ApplicationScoped
@Transactional
public class HolidayService {

    private final HolidayRepository holidays;
    private final Clock clock;

    HolidayService(HolidayRepository holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    Holidays coming() {
        return new Holidays(holidays.from(LocalDate.now(clock)).stream().map(HolidayService::view).toList());
    }

    HolidayView put(LocalDate day, String name) {
        Holiday holiday = holidays.findByIdOptional(day).orElseGet(() -> new Holiday(day));
        holiday.call(name);
        holidays.persist(holiday);
        return view(holiday);
    }

    /** @throws Problem {@code not-found} */
    void remove(LocalDate day) {
        if (!holidays.deleteById(day)) {
            throw Problem.notFound();
        }
    }

    private static HolidayView view(Holiday holiday) {
        return new HolidayView(holiday.day(), holiday.name());
    }
}
