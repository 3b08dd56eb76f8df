package org.alongside.kit.problem;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;

/** Reads a JSON string, and only a JSON string, as {@link StorableText}; keys of maps likewise. */
class StrictText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    StrictText() {
        super(String.class);
    }

    static SimpleModule module() {
        return new SimpleModule("storable text").addDeserializer(String.class, new StrictText())
                .addKeyDeserializer(String.class, new Keys());
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        return storable(parser.getText(), parser);
    }

    private static String storable(String text, JsonParser parser) throws UnstorableTextException {
        return StorableText.of(text).orElseThrow(() -> new UnstorableTextException(parser));
    }

    private static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return storable(key, context.getParser());
        }
    }
}
