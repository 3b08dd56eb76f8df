package org.alongside.planning.goal.api;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A goal for a need, measured by Goal Attainment Scaling.
 *
 * @param needId      a need of the case's client
 * @param clientWords the goal as the client says it, verbatim
 * @param levels      what would be seen at −2, −1, 0, +1, +2, in this order; 0 is what is expected. Written now and never
 *                    changed, so that nobody moves the marks once work has started
 * @param weight      how much it counts among the goals of the plan, 1 to 10
 * @param despiteDenial true to propose a goal for a need in which the client sees none; must be said then
 */
public record ProposeGoal(@NotNull UUID needId, @NotBlank @Size(max = 2000) String clientWords,
        @NotNull @Size(min = 5, max = 5) List<@NotBlank @Size(max = 1000) String> levels,
        @NotNull @Min(1) @Max(10) Integer weight, Boolean despiteDenial) {

    /** Whether it was said that the client sees no need here. */
    public boolean knowsOfDenial() {
        return Boolean.TRUE.equals(despiteDenial);
    }
}
