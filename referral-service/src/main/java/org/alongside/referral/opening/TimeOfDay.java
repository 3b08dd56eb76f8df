package org.alongside.referral.opening;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as HSDS writes it: {@code 09:00}, {@code 09:00-05:00}, {@code 09:00-0500}, {@code 09:00Z}.
 *
 * @param zone null where none is told
 */
record TimeOfDay(LocalTime time, ZoneId zone) {

    private static final Pattern TIME = Pattern
            .compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

    /** Empty for what is no time. The end of a day may be told as {@code 24:00}. */
    static Optional<TimeOfDay> of(String written) {
        Matcher parts = TIME.matcher(written == null ? "" : written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int hour = Integer.parseInt(parts.group(1));
            LocalTime time = LocalTime.of(hour == 24 ? 0 : hour, Integer.parseInt(parts.group(2)));
            return Optional.of(new TimeOfDay(time, parts.group(4) == null ? null : ZoneOffset.of(parts.group(4))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
