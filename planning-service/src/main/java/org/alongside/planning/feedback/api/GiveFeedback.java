package org.alongside.planning.feedback.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.planning.feedback.Ratings;

/**
 * What the client says of the relationship.
 *
 * @param words        in the client's own words; absent for none
 * @param workerMaySee whether the client wants the workers of the case to see it; else only supervisors do
 */
public record GiveFeedback(@NotNull @Valid Ratings ratings,
        @Size(max = 4000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String words, @NotNull Boolean workerMaySee) {}
