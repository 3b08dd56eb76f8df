package org.alongside.kit.need;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The closed list of need categories, the same in every service: {@code values/need-categories.json}. */
@ApplicationScoped
public class NeedCategories {

    private static final String LIST = "values/need-categories.json";

    private final Set<String> codes = new LinkedHashSet<>();

    /** @throws IllegalStateException when the list is not on the class path */
    public NeedCategories() {
        try (InputStream source = NeedCategories.class.getClassLoader().getResourceAsStream(LIST)) {
            if (source == null) {
                throw new IllegalStateException("The need categories are missing: add " + LIST + " to the class path");
            }
            for (JsonNode category : new ObjectMapper().readTree(source).get("categories")) {
                codes.add(category.get("code").textValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The need categories in " + LIST + " cannot be read", failure);
        }
    }

    /** All of the list, in its order. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(codes);
    }

    public boolean known(String code) {
        return codes.contains(code);
    }

    /**
     * @param field of the codes, as in {@link org.alongside.kit.problem.Violation#field()}
     * @throws Problem {@code unknown-code} with all known codes when one of these is not among them
     */
    public void requireKnown(String field, Collection<String> wanted) {
        if (!codes.containsAll(wanted)) {
            throw Problem.unknownCode(field, codes);
        }
    }
}
