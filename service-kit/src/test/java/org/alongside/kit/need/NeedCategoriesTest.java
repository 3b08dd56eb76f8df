package org.alongside.kit.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;

class NeedCategoriesTest {

    private final NeedCategories categories = new NeedCategories();

    @Test
    void knowsGravityCodesAndLegalAidButNoStrength() {
        assertTrue(categories.known("housing-instability"));
        assertTrue(categories.known("legal-aid"));
        assertFalse(categories.known("protective-factor"));
    }

    @Test
    void refusesAnUnknownCodeAndNamesThoseThatAreKnown() {
        categories.requireKnown("/categories", List.of("legal-aid", "food-insecurity"));
        Problem refusal = assertThrows(Problem.class,
                () -> categories.requireKnown("/categories", List.of("legal-aid", "laziness")));
        assertEquals(ProblemType.UNKNOWN_CODE, refusal.kind());
        assertTrue(((List<?>) refusal.getParameters().get("allowed")).contains("legal-aid"));
        assertFalse(refusal.getParameters().toString().contains("laziness"));
    }
}
