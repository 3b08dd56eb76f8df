package org.alongside.referral.directorychange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.hsds.HsdsEntity;
import org.junit.jupiter.api.Test;

class WantedValuesTest {

    @Test
    void aTextLongerThanAnImportTakesIsRefused() {
        Map<String, String> values = Map.of("fees_description", "12345678901");
        assertEquals(values, WantedValues.read(HsdsEntity.SERVICE, values, 11));
        Problem refused = assertThrows(Problem.class, () -> WantedValues.read(HsdsEntity.SERVICE, values, 10));
        assertEquals(List.of(new Violation("/values/fees_description", "too-long",
                "has more than the 10 characters that the directory takes")),
                refused.getParameters().get("violations"));
    }
}
