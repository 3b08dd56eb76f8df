package org.alongside.kit.event;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/**
 * Checks payloads against the JSON Schema (2020-12) of their type, {@code events/<type>.json} on the class path. A schema is
 * compiled at its first use and kept, since payloads are checked while a request waits.
 */
@ApplicationScoped
public class EventSchemas {

    private final ObjectMapper json;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    EventSchemas(ObjectMapper json) {
        // A value that is not there is left out of events: null would need a place in every schema. A consumer takes what it
        // needs of a payload, and compatible changes add members to it.
        this.json = json.copy().setDefaultPropertyInclusion(Include.NON_NULL)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        SchemaRegistryConfig strict = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).failFast(true)
                .build();
        this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(strict));
    }

    /**
     * UTF-8 JSON of a payload; members that are null are left out.
     *
     * @throws InvalidEvent when the payload does not match the schema of the type or there is no such schema: a bug of the
     *         writer
     */
    public byte[] write(String type, Object data) {
        JsonNode tree = json.valueToTree(data);
        check(type, tree);
        try {
            return json.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new InvalidEvent("Payload of " + type + " cannot be written as JSON");
        }
    }

    /** @throws InvalidEvent when the payload is not JSON, does not match the schema, or there is no such schema */
    public void check(Event event) {
        check(event.type(), tree(event));
    }

    /**
     * {@link #check} and {@link #read} at once: what is read is what was checked, and the payload is parsed once.
     *
     * @throws InvalidEvent as both
     */
    public <T> T checked(Event event, Class<T> shape) {
        JsonNode tree = tree(event);
        check(event.type(), tree);
        try {
            return json.treeToValue(tree, shape);
        } catch (JsonProcessingException e) {
            throw unshaped(event, shape);
        }
    }

    /** @throws InvalidEvent when the payload does not have the shape of the class */
    public <T> T read(Event event, Class<T> shape) {
        try {
            return json.readValue(event.payload(), shape);
        } catch (IOException e) {
            throw unshaped(event, shape);
        }
    }

    private static InvalidEvent unshaped(Event event, Class<?> shape) {
        return new InvalidEvent("Payload of " + event.type() + " cannot be read as " + shape.getSimpleName());
    }

    private JsonNode tree(Event event) {
        try {
            return json.readTree(event.payload());
        } catch (IOException e) {
            throw new InvalidEvent("Payload of " + event.type() + " is not JSON");
        }
    }

    private void check(String type, JsonNode payload) {
        List<Error> errors = schema(type).validate(payload);
        if (!errors.isEmpty()) {
            // The message of an error may quote the payload; where and which rule does not.
            Error first = errors.get(0);
            throw new InvalidEvent(
                    "Payload of " + type + " breaks the rule '" + first.getKeyword() + "' of its schema at '"
                            + first.getInstanceLocation() + "'");
        }
    }

    private Schema schema(String type) {
        return compiled.computeIfAbsent(type, this::compile);
    }

    private Schema compile(String type) {
        String place = "events/" + type + ".json";
        try (InputStream source = Thread.currentThread().getContextClassLoader().getResourceAsStream(place)) {
            if (source == null) {
                throw new InvalidEvent("No schema for " + type + ": add " + place + " to the class path");
            }
            return registry.getSchema(json.readTree(source));
        } catch (IOException e) {
            throw new InvalidEvent("The schema " + place + " cannot be read");
        }
    }
}
