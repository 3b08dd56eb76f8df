package org.alongside.intake.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** What an answer to a question is. */
public enum QuestionType {

    /** The code of one of the question's options. */
    CHOICE("a string") {
        @Override
        public Optional<Object> read(Object value) {
            return value instanceof String ? Optional.of(value) : Optional.empty();
        }
    },
    /** True or false. */
    BOOLEAN("true or false") {
        @Override
        public Optional<Object> read(Object value) {
            return value instanceof Boolean ? Optional.of(value) : Optional.empty();
        }
    },
    /** The person's own words. */
    TEXT("a string") {
        @Override
        public Optional<Object> read(Object value) {
            return value instanceof String ? Optional.of(value) : Optional.empty();
        }
    },
    /** A whole number of 32 bits. */
    INTEGER("a whole number") {
        @Override
        public Optional<Object> read(Object value) {
            return value instanceof Integer number ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
        }
    },
    /** A number with at most {@value #MOST_DIGITS} digits. */
    DECIMAL("a number of at most 15 digits") {
        @Override
        public Optional<Object> read(Object value) {
            if (!(value instanceof Number)) {
                return Optional.empty();
            }
            BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
            return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS
                    ? Optional.of(number)
                    : Optional.empty();
        }
    },
    /** A whole date of the calendar, {@code 2026-11-23}. */
    DATE("a date, YYYY-MM-DD") {
        @Override
        public Optional<Object> read(Object value) {
            try {
                return value instanceof String date ? Optional.of(LocalDate.parse(date, STRICT)) : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    };

    private static final int MOST_DIGITS = 15;
    /** Years of four digits: no one means another. */
    private static final DateTimeFormatter STRICT = DateTimeFormatter.ofPattern("uuuu-MM-dd")
            .withResolverStyle(ResolverStyle.STRICT);

    private final String expected;

    QuestionType(String expected) {
        this.expected = expected;
    }

    /**
     * As conditions, limits and scores compare it: {@link String}, {@link Boolean}, {@link BigDecimal} or {@link LocalDate}.
     *
     * @param value as it stands in JSON
     * @return empty when it is of another type
     */
    public abstract Optional<Object> read(Object value);

    /** For whoever gave a value of another type. */
    public String expected() {
        return expected;
    }

    boolean isOrdered() {
        return this == INTEGER || this == DECIMAL || this == DATE;
    }
}
