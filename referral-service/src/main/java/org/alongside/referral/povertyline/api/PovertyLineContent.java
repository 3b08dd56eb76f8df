package org.alongside.referral.povertyline.api;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A poverty line as it is published for a year.
 *
 * @param currency    ISO 4217 code
 * @param amounts     a year, for households of one person, two, and so on
 * @param eachFurther for each person more than there are amounts
 * @param source      where it is published
 */
public record PovertyLineContent(@NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotEmpty @Size(max = 50) List<@NotNull @Positive @Digits(integer = 9, fraction = 2) BigDecimal> amounts,
        @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 2) BigDecimal eachFurther,
        @NotBlank @Size(max = 500) String source) {}
