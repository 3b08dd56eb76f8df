package org.alongside.kit.http;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.alongside.kit.problem.JsonFaults;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) on records: the result is read and validated as strictly as a whole body. */
@ApplicationScoped
public class MergePatch {

    /** Content type of a merge patch. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;
    private final JsonFaults faults;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
        this.faults = new JsonFaults(json);
    }

    /**
     * @return the patched value; the current one is left as it is
     * @throws Problem                      when the result has unknown fields or wrong types
     * @throws ConstraintViolationException when the result is not valid
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw Problem.invalid(Violation.ofType("", "an object"));
        }
        T patched = read(merge(json.valueToTree(current), patch), type);
        Set<ConstraintViolation<T>> violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    private <T> T read(JsonNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException fault) {
            throw faults.problem(fault);
        }
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target != null && target.isObject()
                ? target.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
