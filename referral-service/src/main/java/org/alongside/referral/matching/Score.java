package org.alongside.referral.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.alongside.referral.eligibility.Answer;
import org.alongside.referral.matching.api.Factor;
import org.alongside.referral.matching.api.FindMatches;
import org.alongside.referral.opening.Opening;

/**
 * What speaks for a service, in points; {@code docs/matching.md} shows the same table. Factors that the question does not ask
 * about are left out, for every service alike; so is the record of an agency of which none is known.
 *
 * @param searched how many words were searched
 */
record Score(FindMatches wanted, int searched) {

    private static final int SOON_HOURS = 24;
    private static final int DAYS_HOURS = 72;
    private static final int WEEK_HOURS = 168;
    private static final int NEARLY_ALL = 90;
    private static final int MOST = 75;
    private static final int HALF = 50;

    List<Factor> factors(Candidate candidate) {
        FinderRow service = candidate.service();
        return Stream
                .of(eligibility(candidate.eligible()), capacity(service), area(service),
                        distance(candidate.distanceKm()),
                        opening(candidate.opening()), language(service), text(service), suite(service),
                        response(service), record(service), preference(service), verification(candidate))
                .filter(Objects::nonNull).toList();
    }

    /** Told and not scored: most providers are good at helping before they are good at confirming. */
    private static Factor verification(Candidate candidate) {
        LocalDate day = candidate.service().confirmedOn();
        return switch (candidate.standing()) {
            case CURRENT ->
                new Factor("verification", "current", 0, 0, "Its provider confirmed the entry on " + day + ".");
            case STALE -> new Factor("verification", "stale", 0, 0,
                    "Its provider last confirmed the entry on " + day + ": check by telephone.");
            case NEVER -> new Factor("verification", "never", 0, 0,
                    "Its provider never confirmed the entry: check by telephone.");
        };
    }

    private static Factor eligibility(Answer eligible) {
        return eligible == Answer.YES
                ? new Factor("eligibility", "yes", 30, 30, "By what is known, it is for this person.")
                : new Factor("eligibility", "unknown", 15, 30, "Whether it is for this person has to be asked.");
    }

    private static Factor capacity(FinderRow service) {
        if (service.openPlaces() == null) {
            return new Factor("capacity", "unlimited", 15, 20, "It has no limit of places.");
        }
        return service.isFull()
                ? new Factor("capacity", "full", 0, 20, "All places are taken at present.")
                : new Factor("capacity", "open", 20, 20, "Open places: " + service.openPlaces() + ".");
    }

    private Factor area(FinderRow service) {
        if (wanted.areaPostalCode() == null) {
            return null;
        }
        return service.hasArea()
                ? new Factor("area", "covered", 10, 10, "It works in this area.")
                : new Factor("area", "unknown", 4, 10,
                        "It does not tell all its areas by postal code: ask whether it works in this one.");
    }

    private Factor distance(Double kilometres) {
        if (wanted.near() == null) {
            return null;
        }
        if (kilometres == null) {
            return new Factor("distance", "unknown", 3, 10, "Where it is stays untold or is not known.");
        }
        int points = (int) Math.round(10 * (1 - kilometres / wanted.near().withinKm()));
        return new Factor("distance", "known", points, 10,
                "Its nearest place is %d km away.".formatted(Math.round(kilometres)));
    }

    private static Factor opening(Opening opening) {
        if (opening == null) {
            return null;
        }
        return switch (opening) {
            case OPEN -> new Factor("opening", "open", 10, 10, "It is open at that time.");
            case CLOSED -> new Factor("opening", "closed", 0, 10, "It is closed at that time.");
            case HOLIDAY -> new Factor("opening", "holiday", 5, 10, "It is a holiday: ask whether it is open.");
            case UNKNOWN -> new Factor("opening", "unknown", 5, 10, "Its hours are not known: ask.");
        };
    }

    private Factor language(FinderRow service) {
        if (wanted.languages().isEmpty()) {
            return null;
        }
        Set<String> spoken = new TreeSet<>(service.languages());
        spoken.retainAll(wanted.languages());
        if (!spoken.isEmpty()) {
            return new Factor("language", "spoken", 10, 10, "It speaks: " + String.join(", ", spoken) + ".");
        }
        return service.interpretation()
                ? new Factor("language", "interpreter", 6, 10, "It has interpreters.")
                : new Factor("language", "unknown", 3, 10, "Its languages are not known: ask.");
    }

    /** Known to speak other languages only. */
    boolean isWithoutLanguage(FinderRow service) {
        return !wanted.languages().isEmpty() && !service.languages().isEmpty() && !service.interpretation()
                && service.languages().stream().noneMatch(wanted.languages()::contains);
    }

    private Factor text(FinderRow service) {
        return searched == 0
                ? null
                : new Factor("text", "found", Math.round(10f * service.wordsFound() / searched), 10,
                        "It has " + service.wordsFound() + " of the " + searched + " words searched.");
    }

    private static Factor suite(FinderRow service) {
        return service.agencyId() == null
                ? new Factor("suite", "off-suite", 0, 10,
                        "Its organization is not on this suite: contact it directly.")
                : new Factor("suite", "on-suite", 10, 10, "A referral can be sent to it here.");
    }

    private static Factor response(FinderRow service) {
        Integer hours = service.responseHours();
        if (hours == null) {
            return new Factor("response", "none", 0, 10, "It makes no promise of when it answers.");
        }
        int points = hours <= SOON_HOURS ? 10 : hours <= DAYS_HOURS ? 7 : hours <= WEEK_HOURS ? 4 : 2;
        return new Factor("response", "promised", points, 10, "It answers within " + hours + " hours.");
    }

    /** In steps, because a share of few referrals would tell of each. A new agency is no worse off: 0 points of 0. */
    private static Factor record(FinderRow service) {
        Integer inTime = service.answeredInTime();
        if (inTime == null) {
            return new Factor("record", "unknown", 0, 0, "How often it answers in time is not known yet.");
        }
        if (inTime >= NEARLY_ALL) {
            return new Factor("record", "nearly-all", 10, 10, "Its agency answers nearly all referrals in time.");
        }
        if (inTime >= MOST) {
            return new Factor("record", "most", 7, 10, "Its agency answers most referrals in time.");
        }
        return inTime >= HALF
                ? new Factor("record", "half", 4, 10, "Its agency answers at least every second referral in time.")
                : new Factor("record", "few", 0, 10, "Its agency answers fewer than every second referral in time.");
    }

    private Factor preference(FinderRow service) {
        if (wanted.preferences() == null) {
            return null;
        }
        Set<String> had = new TreeSet<>(wanted.preferences().wanted());
        had.retainAll(service.attributes());
        int points = Math.round(10f * had.size() / wanted.preferences().wanted().size());
        return had.isEmpty()
                ? new Factor("preference", "none", 0, 10, "It says nothing of what the client would like.")
                : new Factor("preference", "met", points, 10,
                        "As the client would like: " + String.join(", ", had) + ".");
    }
}
