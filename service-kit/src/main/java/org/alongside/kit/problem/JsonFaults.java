package org.alongside.kit.problem;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body, by place and expectation, without repeating anything of it. */
public class JsonFaults {

    private static final String ANY_TYPE = "another type";
    private static final Map<Class<?>, String> EXPECTED = expectations();

    /** A name that the schema might have. Any other key may be a client's data and is not repeated. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final ObjectMapper mapper;

    public JsonFaults(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private static Map<Class<?>, String> expectations() {
        Map<Class<?>, String> expected = new LinkedHashMap<>();
        expected.put(UUID.class, "a UUID");
        expected.put(LocalDate.class, "a date (YYYY-MM-DD)");
        expected.put(LocalTime.class, "a time of day (HH:MM)");
        expected.put(Instant.class, "a date and time with offset (RFC 3339)");
        expected.put(OffsetDateTime.class, "a date and time with offset (RFC 3339)");
        expected.put(Duration.class, "a duration (ISO 8601)");
        expected.put(BigDecimal.class, "a number");
        expected.put(Double.class, "a number");
        expected.put(Float.class, "a number");
        expected.put(Number.class, "an integer in range");
        expected.put(Boolean.class, "true or false");
        expected.put(CharSequence.class, "a string");
        expected.put(Collection.class, "an array");
        return expected;
    }

    /** @param fault what reading the body threw; bytes that are no UTF-8 come as a plain {@link IOException} */
    public Problem problem(IOException fault) {
        if (StoreFailures.find(fault, Problem.class::isInstance).orElse(null) instanceof Problem thrownByReader) {
            return thrownByReader;
        }
        if (StoreFailures.find(fault, JsonFaults::malformed)
                .orElse(null) instanceof JsonProcessingException malformed) {
            return malformed(malformed.getLocation());
        }
        if (fault instanceof JsonMappingException mapping) {
            return mismatch(mapping);
        }
        return malformed(fault instanceof JsonProcessingException json ? json.getLocation() : null);
    }

    /** A number out of range is well-formed, though the parser finds it. */
    private static boolean malformed(Throwable fault) {
        return fault instanceof JsonProcessingException && !(fault instanceof JsonMappingException)
                && !(fault instanceof InputCoercionException);
    }

    private static Problem malformed(JsonLocation location) {
        Problem problem = Problem.of(ProblemType.MALFORMED_JSON);
        return location == null
                ? problem
                : problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
    }

    private Problem mismatch(JsonMappingException fault) {
        String field = pointer(fault.getPath());
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return unknownField(field, unknown);
        }
        if (fault instanceof UnstorableTextException) {
            return Problem.invalid(new Violation(field, "unstorable-text",
                    "must not hold U+0000, half of a surrogate pair, or a control that turns the direction of text"
                            + " (U+202A to U+202E, U+2066 to U+2069); right-to-left scripts need none"));
        }
        if (fault instanceof InvalidTypeIdException kind) {
            return unknownKind(field, kind);
        }
        Class<?> target = target(fault);
        if (target != null && target.isEnum()) {
            return Problem.unknownCode(field, codes(target));
        }
        return Problem.invalid(Violation.ofType(field, expected(target)));
    }

    private static Problem unknownField(String field, UnrecognizedPropertyException fault) {
        String known = fault.getKnownPropertyIds().stream().map(Object::toString).sorted()
                .collect(Collectors.joining(", "));
        Violation violation = new Violation(field, "unknown-field", "no such field; there are: " + known);
        return Problem.of(ProblemType.UNKNOWN_FIELD).with("violations", List.of(violation));
    }

    /** An object that comes in kinds, of a kind that there is not. */
    private static Problem unknownKind(String field, InvalidTypeIdException fault) {
        Class<?> type = fault.getBaseType().getRawClass();
        String member = field + "/" + type.getAnnotation(JsonTypeInfo.class).property();
        List<String> kinds = Stream.of(type.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::name)
                .toList();
        return fault.getTypeId() == null
                ? Problem.invalid(new Violation(member, "required", "expected one of " + kinds))
                : Problem.unknownCode(member, kinds);
    }

    private static Class<?> target(JsonMappingException fault) {
        if (fault.getCause() instanceof InputCoercionException outOfRange) {
            return boxed(outOfRange.getTargetType());
        }
        return fault instanceof MismatchedInputException mismatch ? boxed(mismatch.getTargetType()) : null;
    }

    /** A {@code null} for a primitive, too, names the boxed type here. */
    private static Class<?> boxed(Class<?> type) {
        return type == null ? null : MethodType.methodType(type).wrap().returnType();
    }

    private List<String> codes(Class<?> codes) {
        return Stream.of(codes.getEnumConstants()).map(code -> mapper.convertValue(code, String.class)).toList();
    }

    private static String expected(Class<?> target) {
        if (target == null) {
            return ANY_TYPE;
        }
        String object = target.isArray() ? "an array" : "an object";
        return EXPECTED.entrySet().stream().filter(entry -> entry.getKey().isAssignableFrom(target)).findFirst()
                .map(Map.Entry::getValue).orElse(object);
    }

    private static String pointer(List<Reference> path) {
        return path.stream().map(JsonFaults::step).takeWhile(step -> !step.isEmpty()).map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String step(Reference reference) {
        String name = reference.getFieldName();
        if (name == null) {
            return String.valueOf(reference.getIndex());
        }
        return NAME.matcher(name).matches() ? name : "";
    }
}
