package org.alongside.referral.eligibility.api;

import java.math.BigDecimal;
import java.util.Map;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * What a worker tells about a person, to see which services are for them. Neither stored nor logged. What is left out is not
 * known, or not to be told.
 *
 * @param age           years
 * @param householdSize persons, the client included
 * @param yearlyIncome  of the household before tax, in the currency of the poverty line it is compared with
 * @param statuses      kebab-case names to whether they apply, for example {@code veteran}
 * @param documents     kebab-case names to whether the client has them, for example {@code photo-id}
 */
public record Facts(@Min(0) @Max(130) Integer age, @Min(1) @Max(50) Integer householdSize,
        @PositiveOrZero @Digits(integer = 9, fraction = 2) BigDecimal yearlyIncome,
        @Size(max = 50) Map<@Pattern(regexp = NAME) @Size(max = 60) String, @NotNull Boolean> statuses,
        @Size(max = 50) Map<@Pattern(regexp = NAME) @Size(max = 60) String, @NotNull Boolean> documents) {

    /** Kebab-case. */
    public static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    public static final Facts NONE = new Facts(null, null, null, null, null);

    public Facts {
        statuses = statuses == null ? Map.of() : statuses;
        documents = documents == null ? Map.of() : documents;
    }
}
