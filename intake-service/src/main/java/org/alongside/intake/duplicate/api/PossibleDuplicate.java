package org.alongside.intake.duplicate.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.client.api.DateOfBirth;
import org.alongside.intake.duplicate.FactorCode;
import org.alongside.intake.duplicate.Likelihood;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A client who may be the same person.
 *
 * @param score   0 to 100
 * @param factors what the score is the sum of
 * @param replacedBy the record that this one is merged into already; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PossibleDuplicate(UUID clientId, int score, Likelihood likelihood, List<Factor> factors,
        String familyName, String givenNames, String nameToUse, DateOfBirth dateOfBirth,
        UUID replacedBy, @JsonIgnore Set<Part> parts) implements DisclosedView {

    /** One thing that speaks for it, or with points below 0 against it. */
    public record Factor(FactorCode code, int points, String words) {}
}
