package org.alongside.planning.selfsufficiency.api;

import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.alongside.planning.selfsufficiency.LifeDomain;
import org.alongside.planning.selfsufficiency.Occasion;

/**
 * How far the client gets by alone, as client and worker see it together.
 *
 * @param levels     by part of life, 1 (in crisis) to 5 (gets by alone); what was not talked about is absent
 * @param measuredOn day on which it was so; today at the agency when absent, never in the future
 */
public record MeasureSelfSufficiency(@NotNull Occasion occasion,
        @NotEmpty Map<@NotNull LifeDomain, @NotNull @Min(1) @Max(5) Integer> levels, LocalDate measuredOn) {}
