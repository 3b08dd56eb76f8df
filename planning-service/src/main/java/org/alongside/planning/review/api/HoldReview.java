package org.alongside.planning.review.api;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.problem.Violation;
import org.alongside.planning.review.Decision;
import org.alongside.planning.review.Unmeasured;

/**
 * What came of looking back together. Every active goal is measured again, or it is said why not.
 *
 * @param heldOn       day on which it was; today at the agency when absent, never in the future
 * @param whatChanged  since the last time, in words of client and worker
 * @param decision     how it goes on; carried out by its own command
 * @param measurements of active goals, as of the day of the review
 * @param notMeasured  active goals that were not measured
 */
public record HoldReview(LocalDate heldOn, @NotBlank @Size(max = 4000) String whatChanged, @NotNull Decision decision,
        @NotNull @Size(max = 100) List<@NotNull @Valid MeasuredGoal> measurements,
        @NotNull @Size(max = 100) List<@NotNull @Valid Unmeasured> notMeasured) {

    /** Goals of which something is said. */
    public Set<UUID> told() {
        return new HashSet<>(goals().toList());
    }

    /** What is wrong when a goal is named twice; empty when none is. */
    public List<Violation> doubles() {
        return goals().count() == told().size()
                ? List.of()
                : List.of(new Violation("/measurements", "double", "each goal stands once, here or in notMeasured"));
    }

    private Stream<UUID> goals() {
        return Stream.concat(measurements.stream().map(MeasuredGoal::goalId),
                notMeasured.stream().map(Unmeasured::goalId));
    }
}
