package org.alongside.intake.client.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A date of birth as well as it is known.
 *
 * @param value     {@code 1984-03-17}, or {@code 1984} when only the year is known
 * @param precision how far the value may be trusted
 */
@PossibleBirth
public record DateOfBirth(@NotNull @Pattern(regexp = "\\d{4}(-\\d{2}-\\d{2})?") String value,
        @NotNull Precision precision) {

    public enum Precision {
        @JsonProperty("exact")
        EXACT, @JsonProperty("year")
        YEAR, @JsonProperty("estimated")
        ESTIMATED
    }
}
