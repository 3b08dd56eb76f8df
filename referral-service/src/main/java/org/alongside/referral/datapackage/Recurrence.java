package org.alongside.referral.datapackage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the parts of a schedule are a rule that can be followed. A broken part would make the rest say wrong hours, so such a
 * schedule is no schedule. A rule without end is one: most hours have none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10">RFC 5545 §3.3.10</a>
 */
final class Recurrence {

    private static final Pattern WEEKDAY = Pattern.compile("([+-]?([1-9]|[1-4]\\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)");
    private static final int LONGEST_INTERVAL = 1000;

    private Recurrence() {}

    /** The column that makes no sense; empty when all do. */
    static Optional<String> fault(Map<String, String> schedule) {
        if (!days(schedule.get("byday"))) {
            return Optional.of("byday");
        }
        for (Map.Entry<String, Integer> list : Map.of("bymonthday", 31, "byyearday", 366, "byweekno", 53).entrySet()) {
            if (!numbers(schedule.get(list.getKey()), list.getValue())) {
                return Optional.of(list.getKey());
            }
        }
        if (!positive(schedule.get("interval"), LONGEST_INTERVAL)) {
            return Optional.of("interval");
        }
        if (!positive(schedule.get("count"), Integer.MAX_VALUE)) {
            return Optional.of("count");
        }
        return ordered(schedule, "valid_from", "valid_to").or(() -> ordered(schedule, "dtstart", "until"));
    }

    private static boolean days(String list) {
        return list == null || list.length() <= 200
                && Arrays.stream(list.split(",", -1)).allMatch(day -> WEEKDAY.matcher(day.strip()).matches());
    }

    private static boolean numbers(String list, int most) {
        return list == null || list.length() <= 2000 && Arrays.stream(list.split(",", -1)).map(String::strip)
                .allMatch(day -> day.matches("[+-]?\\d{1,3}") && Math.abs(Integer.parseInt(day)) <= most
                        && Integer.parseInt(day) != 0);
    }

    private static boolean positive(String number, int most) {
        return number == null || number.matches("\\d{1,9}") && Integer.parseInt(number) >= 1
                && Integer.parseInt(number) <= most;
    }

    /** Both are ISO dates, so their texts are ordered as they are. */
    private static Optional<String> ordered(Map<String, String> schedule, String from, String to) {
        boolean backwards = schedule.get(from) != null && schedule.get(to) != null
                && schedule.get(to).compareTo(schedule.get(from)) < 0;
        return backwards ? Optional.of(to) : Optional.empty();
    }
}
