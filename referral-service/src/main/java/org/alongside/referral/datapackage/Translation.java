package org.alongside.referral.datapackage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.HsdsType;

/**
 * What renaming columns does not do on the way from HSDS 1.x and 2.x to 3.1, and from what people write to what was meant.
 *
 * <ul>
 * <li>{@code weekday}, {@code opens_at}, {@code closes_at} (1.x {@code regular_schedule}): a schedule with {@code freq} WEEKLY
 * and {@code byday}. A day without hours is one on which it is closed, and 3.1 tells only when it is open.
 * <li>{@code closed} (1.x {@code holiday_schedule}): a schedule with {@code valid_from} and {@code valid_to}, whose notes are
 * {@code Closed} or begin with {@code Closed: }.
 * <li>An address of an organization (1.x {@code postal_address.organization_id}): in 3.1 only locations have addresses, so the
 * organization gets a location of type postal.
 * <li>A telephone number with its extension behind it: the extension stands apart.
 * <li>{@code language} of a telephone (1.x {@code phone.language}): languages of their own, which belong to the telephone.
 * <li>An address in a state of the USA, with a ZIP code and without a country: its country is US.
 * </ul>
 */
final class Translation {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern EXTENSION = Pattern.compile(
            "(.*\\d.*?)[\\s,;]*\\b(?:extension|ext|x)\\.?\\s*(\\d{1,10})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ZIP_CODE = Pattern.compile("\\d{5}(-\\d{4})?");
    /** A longer number has no extension that anybody could dial, and would keep the pattern busy for hours. */
    private static final int LONGEST_NUMBER = 200;
    /** Nobody answers a telephone in more. */
    private static final int MOST_LANGUAGES = 50;
    private static final Pattern BETWEEN_LANGUAGES = Pattern.compile("[,;|]");
    private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");
    private static final Set<String> STATES = Set
            .of(("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN"
                    + " MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI")
                    .split(" "));

    private final SourceIds ids;
    private final Consumer<Issue> issues;

    Translation(SourceIds ids, Consumer<Issue> issues) {
        this.ids = ids;
        this.issues = issues;
    }

    /** The rows that are meant by one: itself most of the time. */
    List<SourceRow> of(SourceRow row) {
        return switch (row.entity()) {
            case SCHEDULE -> schedule(row);
            case ADDRESS -> address(row);
            case PHONE -> phone(row);
            default -> List.of(row);
        };
    }

    private List<SourceRow> schedule(SourceRow row) {
        Map<String, String> values = new HashMap<>(row.values());
        if (isClosed(row, values.remove("closed"))) {
            values.merge("notes", "Closed", (notes, closed) -> closed + ": " + notes);
        }
        String weekday = values.remove("weekday");
        if (weekday == null) {
            return List.of(with(row, values));
        }
        if (!values.containsKey("opens_at") && !values.containsKey("closes_at")) {
            found(IssueCode.DAY_CLOSED, row, "weekday");
            return List.of();
        }
        values.put("freq", "WEEKLY");
        values.put("byday", day(weekday));
        return List.of(with(row, values));
    }

    /** By name in English, by its first letters, or by number from Monday; anything else stays to be refused as a rule. */
    private static String day(String weekday) {
        if (weekday.matches("[1-7]")) {
            return DAYS.get(Integer.parseInt(weekday) - 1);
        }
        String start = weekday.substring(0, Math.min(2, weekday.length())).toUpperCase(Locale.ROOT);
        return DAYS.contains(start) ? start : weekday;
    }

    private List<SourceRow> address(SourceRow row) {
        Map<String, String> values = new HashMap<>(row.values());
        if (!values.containsKey("country") && STATES.contains(values.getOrDefault("state_province", ""))
                && ZIP_CODE.matcher(values.getOrDefault("postal_code", "")).matches()) {
            values.put("country", "US");
            found(IssueCode.VALUE_NORMALISED, row, "country");
        }
        String organization = values.remove("organization_id");
        if (organization == null || values.containsKey("location_id")) {
            return List.of(with(row, values));
        }
        String location = "address of organization " + organization;
        values.put("location_id", location);
        return List.of(new SourceRow(HsdsEntity.LOCATION, row.file(), row.line(), row.at(),
                Map.of("id", location, "location_type", "postal", "organization_id", organization)), with(row, values));
    }

    private List<SourceRow> phone(SourceRow row) {
        Map<String, String> values = new HashMap<>(row.values());
        String number = values.getOrDefault("number", "");
        Matcher parts = EXTENSION.matcher(number.length() > LONGEST_NUMBER ? "" : number);
        if (parts.matches() && !values.containsKey("extension")) {
            values.put("number", parts.group(1));
            values.put("extension", parts.group(2));
            found(IssueCode.VALUE_NORMALISED, row, "number");
        } else if (!number.isEmpty() && !Values.isNumber(number)) {
            values.remove("number");
            found(IssueCode.VALUE_LEFT_OUT, row, "number");
        }
        String languages = values.remove("language");
        return languages == null ? List.of(with(row, values)) : spoken(row, values, languages);
    }

    /** The languages need an id to hang on; a phone without one gets what makes it this phone. */
    private List<SourceRow> spoken(SourceRow row, Map<String, String> phone, String languages) {
        phone.computeIfAbsent("id", none -> ids.ofContent(HsdsEntity.PHONE, new TreeMap<>(phone)).toString());
        List<SourceRow> rows = new ArrayList<>(List.of(with(row, phone)));
        List<String> told = BETWEEN_LANGUAGES.splitAsStream(languages).map(String::strip)
                .filter(each -> !each.isEmpty()).distinct().limit(MOST_LANGUAGES + 1L).toList();
        if (told.size() > MOST_LANGUAGES) {
            found(IssueCode.VALUE_LEFT_OUT, row, "language");
        }
        told.stream().limit(MOST_LANGUAGES)
                .map(each -> Map.of("phone_id", phone.get("id"),
                        LANGUAGE_CODE.matcher(each).matches() ? "code" : "name", each))
                .forEach(language -> rows
                        .add(new SourceRow(HsdsEntity.LANGUAGE, row.file(), row.line(), row.at(), language)));
        found(IssueCode.VALUE_NORMALISED, row, "language");
        return rows;
    }

    private static SourceRow with(SourceRow row, Map<String, String> values) {
        return new SourceRow(row.entity(), row.file(), row.line(), row.at(), values);
    }

    /** A day of which it cannot be read whether it is closed is none on which anybody should be sent there. */
    private boolean isClosed(SourceRow row, String told) {
        Optional<String> closed = Optional.ofNullable(told)
                .flatMap(value -> Values.read(HsdsType.BOOLEAN, value));
        if (told != null && closed.isEmpty()) {
            found(IssueCode.VALUE_LEFT_OUT, row, "closed");
        }
        return told != null && closed.map(Boolean::parseBoolean).orElse(true);
    }

    private void found(IssueCode code, SourceRow row, String column) {
        issues.accept(new Issue(code, row.file(), row.line(), row.field(column), null));
    }
}
