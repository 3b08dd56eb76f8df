package org.alongside.referral.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
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
import org.alongside.referral.matching.api.OpenAt;
import org.alongside.referral.opening.Opening;
import org.alongside.referral.opening.OpeningService;
import org.alongside.referral.povertyline.PovertyLineService;
import org.alongside.referral.verification.Freshness;

/** Finds services for a need, and says what speaks for each. */
@ApplicationScoped
@Transactional
public class MatchingService {

    /** Ranking looks at no more than this; a question that finds more wants to be narrower. */
    private static final int MOST = 2_000;
    /** Timetables tell about the days around today. */
    private static final Period HORIZON = Period.ofYears(1);

    private final FinderRepository finder;
    private final EligibilityService eligibility;
    private final PovertyLineService povertyLines;
    private final OpeningService opening;
    private final NeedCategories categories;
    private final Freshness freshness;
    private final Clock clock;

    MatchingService(FinderRepository finder, EligibilityService eligibility, PovertyLineService povertyLines,
            OpeningService opening, NeedCategories categories, Freshness freshness, Clock clock) {
        this.finder = finder;
        this.eligibility = eligibility;
        this.povertyLines = povertyLines;
        this.opening = opening;
        this.categories = categories;
        this.freshness = freshness;
        this.clock = clock;
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
        List<FinderRow> services = finder.find(keys(wanted), words, wanted.exclude(), MOST + 1);
        List<Ranked> ranked = candidates(wanted, services.subList(0, Math.min(MOST, services.size()))).stream()
                .filter(candidate -> !score.isWithoutLanguage(candidate.service()))
                .filter(candidate -> !wanted.withOpenPlaces() || !candidate.service().isFull())
                .filter(candidate -> candidate.eligible() != Answer.NO && candidate.opening() != Opening.CLOSED)
                .map(candidate -> new Ranked(candidate, score.factors(candidate))).sorted(Ranked.BEST_FIRST).toList();
        return new Matches(ranked.size(), services.size() > MOST,
                ranked.stream().limit(wanted.limit()).map(Ranked::match).toList());
    }

    /** Whether an active service is for a category of need where a person lives, as {@link #find} would have it. */
    public boolean helpsWith(UUID service, String category, String areaPostalCode) {
        return finder.helps(service, areaKeys(category, areaPostalCode));
    }

    private List<Candidate> candidates(FindMatches wanted, List<FinderRow> services) {
        List<UUID> ids = services.stream().map(FinderRow::serviceId).toList();
        Map<UUID, Rule> rules = eligibility.of(ids);
        Map<UUID, Opening> openings = wanted.open() == null ? Map.of() : openings(ids, wanted.open());
        Circumstances circumstances = new Circumstances(wanted.facts(), wanted.areaPostalCode(),
                povertyLines.inForce());
        List<Candidate> candidates = new ArrayList<>();
        for (FinderRow service : services) {
            OptionalDouble distance = wanted.near() == null ? OptionalDouble.empty() : service.distance(wanted.near());
            if (isWithin(distance, wanted.near())) {
                Rule rule = rule(service, rules.get(service.serviceId()));
                candidates.add(new Candidate(service, rule.answer(circumstances), rule.checks(circumstances).toList(),
                        distance.isPresent() ? distance.getAsDouble() : null, openings.get(service.serviceId()),
                        freshness.of(service.confirmedOn())));
            }
        }
        return candidates;
    }

    private Map<UUID, Opening> openings(List<UUID> services, OpenAt wanted) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        Instant at = wanted.at() == null ? now.toInstant() : wanted.at();
        if (at.isBefore(now.minus(HORIZON).toInstant()) || at.isAfter(now.plus(HORIZON).toInstant())) {
            throw Problem.invalid(new Violation("/open/at", "out-of-range", "expected a time within a year from now"));
        }
        return opening.at(services, at);
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
            return areaKeys(category, wanted.areaPostalCode());
        }
        return new GeoPoint(wanted.near().latitude(), wanted.near().longitude()).cells(wanted.near().withinKm())
                .stream().map(cell -> category + "#" + cell).toList();
    }

    /** A service that names no areas is for all of them. */
    private static List<String> areaKeys(String category, String postalCode) {
        return List.of(category + "@" + postalCode, category + "@*");
    }
}
