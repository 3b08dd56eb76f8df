package org.alongside.referral.matching.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What help is looked for. Facts about a person: neither stored nor logged.
 *
 * @param category       need category
 * @param areaPostalCode five digits; where the person lives or wants help
 * @param age            years; leave out when it is not known or not to be told
 */
public record FindMatches(@NotNull @Size(max = 60) String category,
        @NotNull @Pattern(regexp = "\\d{5}") String areaPostalCode, @Min(0) @Max(130) Integer age) {}
