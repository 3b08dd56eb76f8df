package org.alongside.referral.matching;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;
import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.matching.api.FindMatches;
import org.alongside.referral.matching.api.Matches;

/** Finds services for a need. Services whose limits exclude the person are left out. */
@ApplicationScoped
public class MatchingService {

    private final DirectoryService directory;
    private final NeedCategories categories;

    MatchingService(DirectoryService directory, NeedCategories categories) {
        this.directory = directory;
        this.categories = categories;
    }

    /** @throws Problem {@code unknown-code} for a category that is none */
    public Matches find(FindMatches wanted) {
        categories.requireKnown("/category", List.of(wanted.category()));
        return new Matches(directory.offers(wanted.category(), wanted.areaPostalCode()).stream()
                .map(offer -> Candidate.of(offer, wanted)).filter(Candidate::isEligible).sorted(Candidate.BEST_FIRST)
                .map(candidate -> candidate.match(wanted)).toList());
    }
}
