package org.alongside.referral.datapackage;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.alongside.kit.problem.StorableText;
import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsType;

/** Reads values as their column has them, as far as what is meant is beyond doubt. Reading a value read once changes nothing. */
final class Values {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>|<!--.{0,2000}?-->", Pattern.DOTALL);
    /** Taking markup out can show more of it, written in entities. */
    private static final int MARKUP_ROUNDS = 10;
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#39);");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.+");
    private static final Pattern HOST = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}([/?#:].*)?");
    private static final Pattern MAIL = Pattern
            .compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*\\.[a-zA-Z]{2,}");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2}):?(\\d{2})?(?::(\\d{2})(?:\\.\\d+)?)?\\s*([AaPp]\\.?[Mm]\\.?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final DateTimeFormatter SPACED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']").append(DateTimeFormatter.ISO_LOCAL_TIME).optionalStart().appendOffsetId()
            .optionalEnd().parseDefaulting(ChronoField.OFFSET_SECONDS, 0).toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Of what is no text: nothing that is meant is longer, and patterns are not tried on what somebody made to outlast them. */
    private static final int LONGEST = 2000;
    /** Columns with an index of the database, whose entries are no longer than a third of a page. */
    private static final Set<String> INDEXED = Set.of("name", "code", "postal_code");
    private static final int LONGEST_INDEXED = 500;
    private static final Pattern THREE_DIGITS = Pattern.compile("(\\D*\\d){3}.*", Pattern.DOTALL);

    private Values() {}

    /** Empty when the value is none of the type. */
    static Optional<String> read(HsdsType type, String value) {
        if (type != HsdsType.TEXT && value.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (type) {
            case TEXT -> text(value);
            case URI -> uri(value);
            case EMAIL -> mail(value);
            case UUID -> SourceIds.asUuid(value).map(Object::toString);
            case DATE -> date(value).map(Object::toString);
            case DATETIME -> dateTime(value);
            case TIME -> time(value);
            case NUMBER -> number(value).map(BigDecimal::toPlainString);
            case WHOLE -> whole(value, 0);
            case POSITIVE -> whole(value, 1);
            case LATITUDE -> within(value, 90);
            case LONGITUDE -> within(value, 180);
            case BOOLEAN -> truth(value);
            case PLACE, STATUS -> code(type.codes(), value.toLowerCase(Locale.ROOT));
            case FREQUENCY, WEEKDAY -> code(type.codes(), value.toUpperCase(Locale.ROOT));
        };
    }

    /** Characters that a column can hold. */
    static int longest(HsdsColumn column) {
        return INDEXED.contains(column.name()) ? LONGEST_INDEXED : Integer.MAX_VALUE;
    }

    /** Whether it can be a telephone number, written in whatever way. */
    static boolean isNumber(String value) {
        return value.length() <= LONGEST && THREE_DIGITS.matcher(value).matches();
    }

    /** Whether there is markup in a text. */
    static boolean hasMarkup(String text) {
        return TAG.matcher(text).find();
    }

    private static Optional<String> text(String value) {
        String plain = value;
        for (int round = 0; round < MARKUP_ROUNDS && hasMarkup(plain); round++) {
            plain = withoutMarkup(plain);
        }
        StringBuilder kept = new StringBuilder(plain.length());
        plain.codePoints().filter(point -> !Character.isISOControl(point) || point == '\n' || point == '\t')
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .filter(point -> !StorableText.turnsDirection(point))
                .forEach(kept::appendCodePoint);
        return StorableText.of(kept.toString()).map(String::strip);
    }

    private static String withoutMarkup(String text) {
        String blocks = text.replaceAll("(?i)<(br|/p|/div|/li|/h[1-6])\\b[^<>]{0,2000}>", "\n");
        return ENTITY.matcher(TAG.matcher(blocks).replaceAll("")).replaceAll(Values::character);
    }

    private static String character(MatchResult entity) {
        return switch (entity.group(1)) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "nbsp" -> " ";
            case "amp" -> "&";
            default -> "'";
        };
    }

    private static Optional<String> uri(String value) {
        String address = SCHEME.matcher(value).matches() || !HOST.matcher(value).matches() ? value : "http://" + value;
        try {
            URI uri = new URI(address.replace(" ", "%20"));
            boolean whole = uri.isAbsolute() && (uri.getHost() != null || uri.isOpaque());
            return whole ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> mail(String value) {
        String address = value.regionMatches(true, 0, "mailto:", 0, 7) ? value.substring(7) : value;
        return Optional.of(address).filter(each -> each.length() <= 254 && MAIL.matcher(each).matches());
    }

    /** The order of day and month is taken for granted only where one of them can be no month. */
    private static Optional<LocalDate> date(String value) {
        try {
            Matcher slashed = SLASHED.matcher(value);
            if (slashed.matches()) {
                return slashed(slashed);
            }
            String day = value.length() > 10 && "T ".indexOf(value.charAt(10)) >= 0 ? value.substring(0, 10) : value;
            return Optional.of(LocalDate.parse(day, value.matches("\\d{8}")
                    ? DateTimeFormatter.BASIC_ISO_DATE
                    : DateTimeFormatter.ISO_LOCAL_DATE)).filter(date -> isYear(date.getYear()));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static boolean isYear(int year) {
        return year >= 1 && year <= 9999;
    }

    private static Optional<LocalDate> slashed(Matcher parts) {
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        int year = Integer.parseInt(parts.group(3));
        if (first > 12 || first == second) {
            return Optional.of(LocalDate.of(year, second, first));
        }
        return second > 12 ? Optional.of(LocalDate.of(year, first, second)) : Optional.empty();
    }

    private static Optional<String> dateTime(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value, SPACED)).filter(time -> isYear(time.getYear()))
                    .map(time -> time.toInstant().toString());
        } catch (DateTimeException noTime) {
            return value.length() > 10
                    ? Optional.empty()
                    : date(value).map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        }
    }

    private static Optional<String> time(String value) {
        Matcher parts = TIME.matcher(value);
        if (!parts.matches() || parts.group(2) == null && parts.group(4) == null) {
            return Optional.empty();
        }
        try {
            int hour = hour(Integer.parseInt(parts.group(1)), parts.group(4));
            LocalTime time = LocalTime.of(hour == 24 ? 0 : hour, part(parts.group(2)), part(parts.group(3)));
            String pattern = time.getSecond() == 0 && parts.group(3) == null ? "HH:mm" : "HH:mm:ss";
            return Optional.of(time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                    + (parts.group(5) == null ? "" : ZoneOffset.of(parts.group(5)).getId()));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int hour(int told, String half) {
        if (half == null) {
            return told;
        }
        if (told < 1 || told > 12) {
            throw new DateTimeException("no hour of half a day");
        }
        return told % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }

    private static int part(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<BigDecimal> number(String value) {
        return PLAIN_NUMBER.matcher(value).matches()
                ? Optional.of(new BigDecimal(value)).map(BigDecimal::stripTrailingZeros)
                : Optional.empty();
    }

    private static Optional<String> whole(String value, int least) {
        return number(value)
                .filter(each -> each.compareTo(BigDecimal.valueOf(least)) >= 0
                        && each.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(each -> Integer.toString(each.intValue()));
    }

    private static Optional<String> within(String value, int most) {
        return number(value).filter(each -> each.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::toPlainString);
    }

    private static Optional<String> truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "x", "1" -> Optional.of("true");
            case "false", "f", "no", "n", "off", "0" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static Optional<String> code(List<String> codes, String value) {
        return Optional.of(value).filter(codes::contains);
    }
}
