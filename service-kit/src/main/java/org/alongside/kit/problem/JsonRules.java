package org.alongside.kit.problem;

import java.util.EnumSet;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * How JSON is read and written everywhere: what is not exactly as the schema says is refused, because a guess at the
 * meaning of a client's data would be stored as if somebody had said it. Dates and times are ISO 8601 text.
 */
@Singleton
public class JsonRules implements ObjectMapperCustomizer {

    /** Levels of arrays and objects in one another. */
    static final int MAX_NESTING = 64;
    /** UTF-16 units of one string. */
    static final int MAX_STRING = 100_000;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_NAME = 256;

    private static final Set<CoercionInputShape> EMPTY = EnumSet.of(CoercionInputShape.EmptyString,
            CoercionInputShape.EmptyArray);

    @Override
    public int priority() {
        return MINIMUM_PRIORITY; // last, so that no other customizer softens the rules
    }

    @Override
    public void customize(ObjectMapper mapper) {
        constrain(mapper.getFactory());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        for (LogicalType type : LogicalType.values()) {
            refuse(mapper.coercionConfigFor(type), EMPTY);
        }
        refuseOtherShapes(mapper);
        mapper.registerModule(StrictText.module());
        mapper.registerModule(StrictTimes.module());
    }

    private static void constrain(JsonFactory factory) {
        factory.setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING)
                .maxStringLength(MAX_STRING).maxNumberLength(MAX_NUMBER).maxNameLength(MAX_NAME).build());
        factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        factory.disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);
    }

    private static void refuseOtherShapes(ObjectMapper mapper) {
        refuse(mapper.coercionConfigFor(LogicalType.Integer),
                EnumSet.of(CoercionInputShape.String, CoercionInputShape.Float, CoercionInputShape.Boolean));
        refuse(mapper.coercionConfigFor(LogicalType.Float),
                EnumSet.of(CoercionInputShape.String, CoercionInputShape.Boolean));
        refuse(mapper.coercionConfigFor(LogicalType.Boolean),
                EnumSet.of(CoercionInputShape.String, CoercionInputShape.Integer, CoercionInputShape.Float));
        refuse(mapper.coercionConfigFor(LogicalType.Enum),
                EnumSet.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean));
    }

    private static void refuse(MutableCoercionConfig config, Set<CoercionInputShape> shapes) {
        shapes.forEach(shape -> config.setCoercion(shape, CoercionAction.Fail));
    }
}
