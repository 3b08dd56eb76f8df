package org.alongside.referral.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.eligibility.AgeRule;
import org.alongside.referral.eligibility.AllOf;
import org.alongside.referral.eligibility.Answer;
import org.alongside.referral.eligibility.Circumstances;
import org.alongside.referral.eligibility.EligibilityService;
import org.alongside.referral.eligibility.Rule;
import org.alongside.referral.matching.FinderRepository.Spelling;
import org.alongside.referral.matching.api.FindMatches;
import org.alongside.referral.matching.api.Matches;
import org.alongside.referral.matching.api.Near;
import org.alongside.referral.povertyline.PovertyLineService;

/** Finds services for a need, and says what speaks for each. */
@ApplicationScoped
@Transactional
public class MatchingService {

    private final FinderRepository finder;
    private final EligibilityService eligibility;
    private final PovertyLineService povertyLines;
    private final NeedCategories categories;

    MatchingService(FinderRepository finder, EligibilityService eligibility, PovertyLineService povertyLines,
            NeedCategories categories) {
        this.finder = finder;
        this.eligibility = eligibility;
        this.povertyLines = povertyLines;
        this.categories = categories;
    }

    /** @throws Problem {@code unknown-code} for a category that is none */
    public Matches find(FindMatches wanted) {
        if (wanted.category() != null) {
            categories.requireKnown("/category", List.of(wanted.category()));
        }
        List<Spelling> words = wanted.text() == null ? List.of() : finder.spellings(wanted.text());
        if (wanted.category() == null && words.isEmpty()) {
            throw Problem.invalid(new Violation("/text", "too-short", "needs a word of three letters or more"));
        }
        Score score = new Score(wanted, (int) words.stream().map(Spelling::word).distinct().count());
        List<Candidate> candidates = candidates(wanted, score, finder.find(keys(wanted), words, wanted.exclude()));
        return new Matches(candidates.size(), candidates.stream().sorted(Candidate.BEST_FIRST).limit(wanted.limit())
                .map(Candidate::match).toList());
    }

    private List<Candidate> candidates(FindMatches wanted, Score score, List<FinderRow> services) {
        Map<UUID, Rule> rules = eligibility.of(services.stream().map(FinderRow::serviceId).toList());
        Circumstances circumstances = new Circumstances(wanted.facts(), wanted.areaPostalCode(),
                povertyLines.inForce());
        List<Candidate> candidates = new ArrayList<>();
        for (FinderRow service : services) {
            OptionalDouble distance = wanted.near() == null ? OptionalDouble.empty() : service.distance(wanted.near());
            if (!score.isWithoutLanguage(service) && isWithin(distance, wanted.near())) {
                Rule rule = rule(service, rules.get(service.serviceId()));
                Answer eligible = rule.answer(circumstances);
                Double kilometres = distance.isPresent() ? distance.getAsDouble() : null;
                candidates.add(new Candidate(service, eligible, rule.checks(circumstances).toList(), kilometres,
                        score.factors(service, eligible, kilometres)));
            }
        }
        candidates.removeIf(candidate -> candidate.eligible() == Answer.NO);
        return candidates;
    }

    /** One without known places was found by its area. */
    private static boolean isWithin(OptionalDouble distance, Near near) {
        return distance.isEmpty() || distance.getAsDouble() <= near.withinKm();
    }

    /** Its own rule beside the ages of its HSDS entry. */
    private static Rule rule(FinderRow service, Rule own) {
        boolean hasAges = service.minimumAge() != null || service.maximumAge() != null;
        Stream<Rule> ages = hasAges
                ? Stream.of(new AgeRule(service.minimumAge(), service.maximumAge()))
                : Stream.empty();
        return new AllOf(Stream.concat(ages, Stream.ofNullable(own)).toList());
    }

    /** Both area and place narrow; without an area the place alone finds. */
    private static List<String> keys(FindMatches wanted) {
        String category = wanted.category() == null ? "" : wanted.category();
        if (wanted.areaPostalCode() != null) {
            return List.of(category + "@" + wanted.areaPostalCode(), category + "@*");
        }
        return new GeoPoint(wanted.near().latitude(), wanted.near().longitude()).cells(wanted.near().withinKm())
                .stream().map(cell -> category + "#" + cell).toList();
    }
}
