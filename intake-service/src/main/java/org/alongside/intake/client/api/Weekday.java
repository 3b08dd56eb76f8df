package org.alongside.intake.client.api;

import java.time.DayOfWeek;

import org.alongside.kit.code.Coded;

/** A day of the week. */
public enum Weekday implements Coded {
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY;

    static Weekday of(DayOfWeek day) {
        return valueOf(day.name());
    }
}
