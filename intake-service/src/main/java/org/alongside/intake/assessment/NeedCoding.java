package org.alongside.intake.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.alongside.intake.assessment.api.CompleteAssessment;
import org.alongside.intake.instrument.ProposedNeed;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;

/** Joins what the rules propose with what the client says to it. The rules propose, the client decides on order and agreement. */
final class NeedCoding {

    private static final String PRIORITIES = "/priorities";
    private static final String DISAGREEMENTS = "/disagreements";

    private final List<ProposedNeed> proposals;
    private final CompleteAssessment decision;

    NeedCoding(List<ProposedNeed> proposals, CompleteAssessment decision) {
        this.proposals = proposals;
        this.decision = decision;
    }

    /** @throws Problem when the client's order or disagreement names no category, twice the same, or no need of this assessment */
    void requireValid(NeedCategories categories) {
        categories.requireKnown(PRIORITIES, decision.priorities());
        categories.requireKnown(DISAGREEMENTS, decision.disagreements());
        List<Violation> violations = new ArrayList<>(faults(PRIORITIES, decision.priorities()));
        violations.addAll(faults(DISAGREEMENTS, decision.disagreements()));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    List<Need> needsOf(Assessment assessment) {
        return proposals.stream().map(proposal -> new Need(Ids.next(), assessment, proposal, priority(proposal),
                !decision.disagreements().contains(proposal.category()))).toList();
    }

    private Integer priority(ProposedNeed proposal) {
        int place = decision.priorities().indexOf(proposal.category());
        return place < 0 ? null : place + 1;
    }

    private List<Violation> faults(String place, List<String> categories) {
        Set<String> seen = new HashSet<>();
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            String category = categories.get(i);
            if (!seen.add(category)) {
                faults.add(new Violation(place + "/" + i, "repeated", "a category stands here once"));
            } else if (proposals.stream().noneMatch(proposal -> proposal.category().equals(category))) {
                faults.add(
                        new Violation(place + "/" + i, "not-a-need", "the answers propose no need of this category"));
            }
        }
        return faults;
    }
}
