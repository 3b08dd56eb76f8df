package org.alongside.intake.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.alongside.intake.assessment.api.CompleteAssessment;
import org.alongside.intake.assessment.api.Stance;
import org.alongside.intake.assessment.api.StanceOnNeed;
import org.alongside.intake.instrument.ProposedNeed;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;

/** Joins what the rules propose with what the client says to it. The rules propose, the client decides on order and agreement. */
final class NeedCoding {

    private static final String PRIORITIES = "/priorities";
    private static final String VIEWS = "/clientViews";

    private final List<ProposedNeed> proposals;
    private final CompleteAssessment decision;

    NeedCoding(List<ProposedNeed> proposals, CompleteAssessment decision) {
        this.proposals = proposals;
        this.decision = decision;
    }

    /** @throws Problem when the client's order or view names no category, twice the same, or no need of this assessment */
    void requireValid(NeedCategories categories) {
        List<String> viewed = decision.clientViews().stream().map(StanceOnNeed::category).toList();
        categories.requireKnown(PRIORITIES, decision.priorities());
        categories.requireKnown(VIEWS, viewed);
        List<Violation> violations = new ArrayList<>(faults(PRIORITIES, decision.priorities(), ""));
        violations.addAll(faults(VIEWS, viewed, "/category"));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /**
     * @param known   ids of needs by category, from earlier versions of the assessment
     * @param sealing of the client's words to a need
     */
    List<Need> needsOf(Assessment assessment, Map<String, UUID> known, Function<String, byte[]> sealing) {
        return proposals.stream().map(proposal -> {
            UUID id = Ids.next();
            return need(id, known.getOrDefault(proposal.category(), id), assessment, proposal, sealing);
        }).toList();
    }

    private Need need(UUID id, UUID needId, Assessment assessment, ProposedNeed proposal,
            Function<String, byte[]> sealing) {
        StanceOnNeed view = view(proposal);
        return new Need(id, needId, assessment, proposal, priority(proposal), view.view(),
                sealing.apply(view.words()));
    }

    private StanceOnNeed view(ProposedNeed proposal) {
        return decision.clientViews().stream().filter(view -> view.category().equals(proposal.category())).findFirst()
                .orElseGet(() -> new StanceOnNeed(proposal.category(), Stance.NOT_ASKED, null));
    }

    private Integer priority(ProposedNeed proposal) {
        int place = decision.priorities().indexOf(proposal.category());
        return place < 0 ? null : place + 1;
    }

    private List<Violation> faults(String list, List<String> categories, String member) {
        Set<String> seen = new HashSet<>();
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            String category = categories.get(i);
            String place = list + "/" + i + member;
            if (!seen.add(category)) {
                faults.add(new Violation(place, "repeated", "a category stands here once"));
            } else if (proposals.stream().noneMatch(proposal -> proposal.category().equals(category))) {
                faults.add(new Violation(place, "not-a-need", "the answers propose no need of this category"));
            }
        }
        return faults;
    }
}
