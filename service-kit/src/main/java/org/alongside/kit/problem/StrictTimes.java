package org.alongside.kit.problem;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Reads dates and times from ISO 8601 text alone (Jackson would also take numbers and arrays), and only years 1 to 9999:
 * what lies beyond cannot be stored.
 */
class StrictTimes<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;
    private final transient ToIntFunction<T> year;

    private StrictTimes(Class<T> type, Function<String, T> parse, ToIntFunction<T> year) {
        super(type);
        this.parse = parse;
        this.year = year;
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("strict times");
        add(module, Instant.class, Instant::parse, instant -> instant.atOffset(ZoneOffset.UTC).getYear());
        add(module, OffsetDateTime.class, OffsetDateTime::parse, OffsetDateTime::getYear);
        add(module, LocalDate.class, LocalDate::parse, LocalDate::getYear);
        add(module, LocalTime.class, LocalTime::parse, time -> 1);
        add(module, Duration.class, Duration::parse, duration -> 1);
        return module;
    }

    /** @throws DateTimeException when it is no instant of the years 1 to 9999 */
    static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        requireStorable(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    /** @throws DateTimeException when it is no date of the years 1 to 9999 */
    static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        requireStorable(date.getYear());
        return date;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse, ToIntFunction<T> year) {
        module.addDeserializer(type, new StrictTimes<>(type, parse, year));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return handledType().cast(context.handleUnexpectedToken(handledType(), parser));
        }
        try {
            return inRange(parse.apply(parser.getText()));
        } catch (DateTimeException | ArithmeticException refused) {
            return handledType().cast(context.handleWeirdStringValue(handledType(), "", "not in ISO 8601"));
        }
    }

    private T inRange(T value) {
        requireStorable(year.applyAsInt(value));
        return value;
    }

    private static void requireStorable(int year) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year out of range");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> handledType() {
        return (Class<T>) super.handledType();
    }
}
