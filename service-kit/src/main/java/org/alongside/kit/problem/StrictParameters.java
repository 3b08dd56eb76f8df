package org.alongside.kit.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.alongside.kit.code.Coded;

/**
 * Reads query, path and header parameters as strictly as bodies. One that cannot be read is invalid input named by its
 * place; in a path it makes the address one that does not exist.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Map<Class<?>, Rule<?>> RULES = rules();

    private record Rule<T>(Function<String, T> parse, String expected) {}

    private static Map<Class<?>, Rule<?>> rules() {
        Map<Class<?>, Rule<?>> rules = new HashMap<>();
        rules.put(UUID.class, new Rule<>(StrictParameters::uuid, "a UUID"));
        rules.put(Integer.class, new Rule<>(Integer::valueOf, "an integer"));
        rules.put(int.class, rules.get(Integer.class));
        rules.put(Long.class, new Rule<>(Long::valueOf, "an integer"));
        rules.put(long.class, rules.get(Long.class));
        rules.put(Boolean.class, new Rule<>(StrictParameters::truth, "true or false"));
        rules.put(boolean.class, rules.get(Boolean.class));
        rules.put(LocalDate.class, new Rule<>(StrictTimes::date, "a date (YYYY-MM-DD)"));
        rules.put(Instant.class, new Rule<>(StrictTimes::instant, "a date and time with offset (RFC 3339)"));
        rules.put(String.class,
                new Rule<>(StrictParameters::text, "text without U+0000 and without controls of direction"));
        return Map.copyOf(rules);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        if (rawType.isEnum() && Coded.class.isAssignableFrom(rawType)) {
            return new OfCode<>(List.of(rawType.getEnumConstants()), source(annotations));
        }
        Rule<T> rule = (Rule<T>) RULES.get(rawType);
        return rule == null ? null : new Strict<>(rule, source(annotations));
    }

    private static Optional<String> source(Annotation[] annotations) {
        return Stream.of(annotations == null ? new Annotation[0] : annotations)
                .flatMap(annotation -> Violations.source(annotation, "").stream()).findFirst();
    }

    private static UUID uuid(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return UUID.fromString(text);
    }

    private static Boolean truth(String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException();
        }
        return Boolean.valueOf(text);
    }

    private static String text(String text) {
        return StorableText.of(text).orElseThrow(IllegalArgumentException::new);
    }

    /** A value set, by the codes that bodies have too. */
    private record OfCode<T>(List<T> values, Optional<String> source) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return text == null
                    ? null
                    : values.stream().filter(value -> toString(value).equals(text)).findFirst()
                            .orElseThrow(this::refusal);
        }

        private Problem refusal() {
            return source.filter(place -> !place.startsWith("path:"))
                    .map(place -> Problem.unknownCode(place, values.stream().map(this::toString).toList()))
                    .orElseGet(Problem::notFound);
        }

        @Override
        public String toString(T value) {
            return ((Coded) value).code();
        }
    }

    private record Strict<T>(Rule<T> rule, Optional<String> source) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return rule.parse().apply(text);
            } catch (IllegalArgumentException | DateTimeException refused) {
                throw refusal();
            }
        }

        private Problem refusal() {
            return source.filter(place -> !place.startsWith("path:"))
                    .map(place -> Problem.invalid(Violation.ofType(place, rule.expected())))
                    .orElseGet(Problem::notFound);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
