package org.alongside.audit.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.alongside.kit.problem.Violation;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * What is wrong with a form that was sent.
 *
 * @param byField rule that is broken, by the name of the field; empty when nothing is wrong
 */
public record Faults(Map<String, String> byField) {

    static final Faults NONE = new Faults(Map.of());

    /** Those of a body that the API refuses: a field of a form is called as its place in the body. */
    static Faults of(HttpProblem problem) {
        Map<String, String> byField = new LinkedHashMap<>();
        ((List<?>) problem.getParameters().getOrDefault("violations", List.of())).forEach(each -> {
            if (each instanceof Violation violation) {
                byField.put(violation.field().replace("/", ""), violation.message());
            }
        });
        return new Faults(byField);
    }

    static Faults of(String field, String message) {
        return new Faults(Map.of(field, message));
    }

    public boolean none() {
        return byField.isEmpty();
    }

    /** @return {@code null} when the field is right */
    public String at(String field) {
        return byField.get(field);
    }
}
