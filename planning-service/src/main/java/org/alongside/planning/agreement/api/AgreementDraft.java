package org.alongside.planning.agreement.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.problem.Violation;

/**
 * What client and worker are to agree on, in their words, and until when.
 *
 * @param purpose       what the work together is for
 * @param goals         what is to be reached, when it can be said already
 * @param tasksOfClient what the client does
 * @param tasksOfWorker what the worker does
 * @param meetingRhythm how often and how they meet
 * @param limits        what the relationship is not, and what stays confidential within which limits
 * @param startsOn     first day
 * @param reviewOn     days on which both look back, after the start and not after the planned end, in any order
 * @param plannedEndOn last day, mandatory: the relationship is finite, and longer only by a new version
 */
public record AgreementDraft(@NotBlank @Size(max = 4000) String purpose, @Size(max = 4000) String goals,
        @NotBlank @Size(max = 4000) String tasksOfClient, @NotBlank @Size(max = 4000) String tasksOfWorker,
        @NotBlank @Size(max = 500) String meetingRhythm, @NotBlank @Size(max = 4000) String limits,
        @NotNull LocalDate startsOn, @NotNull @Size(max = 50) List<@NotNull LocalDate> reviewOn,
        @NotNull LocalDate plannedEndOn) {

    /** What is wrong with the dates; empty when nothing is. */
    public List<Violation> faults() {
        List<Violation> faults = new ArrayList<>();
        if (!plannedEndOn.isAfter(startsOn)) {
            faults.add(new Violation("/plannedEndOn", "not-after-start", "must lie after startsOn"));
        }
        for (int i = 0; i < reviewOn.size(); i++) {
            LocalDate review = reviewOn.get(i);
            if (!review.isAfter(startsOn) || review.isAfter(plannedEndOn)) {
                faults.add(new Violation("/reviewOn/" + i, "outside",
                        "must lie after startsOn and not after plannedEndOn"));
            } else if (reviewOn.indexOf(review) < i) {
                faults.add(new Violation("/reviewOn/" + i, "double", "each review date stands once"));
            }
        }
        return faults;
    }
}
