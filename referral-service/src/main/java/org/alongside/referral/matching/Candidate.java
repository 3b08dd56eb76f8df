package org.alongside.referral.matching;

import java.util.Comparator;
import java.util.List;

import org.alongside.referral.directory.api.ServiceOffer;
import org.alongside.referral.matching.api.Factor;
import org.alongside.referral.matching.api.FindMatches;
import org.alongside.referral.matching.api.Match;

/** A service of the right category and area, and what speaks for and against it. */
record Candidate(ServiceOffer offer, AgeEligibility age) {

    /** The last two settle what is equal otherwise, so that the order is always the same. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::age)
            .thenComparing(Candidate::offSuite).thenComparing(Candidate::isFull)
            .thenComparing(candidate -> candidate.offer.responseHours(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(candidate -> candidate.offer.serviceName())
            .thenComparing(candidate -> candidate.offer.serviceId().toString());

    static Candidate of(ServiceOffer offer, FindMatches wanted) {
        return new Candidate(offer, AgeEligibility.of(offer, wanted.age()));
    }

    boolean isEligible() {
        return age != AgeEligibility.NO;
    }

    Match match(FindMatches wanted) {
        return new Match(offer.serviceId(), offer.serviceName(), offer.organizationId(), offer.organizationName(),
                offer.agencyId(), age.code(), offer.openPlaces(), offer.responseHours(),
                List.of(new Factor("category", wanted.category(), "It helps with this need."),
                        new Factor("area", "covered", "Its area covers the postal code."), ageFactor(), suiteFactor(),
                        capacityFactor(), responseFactor()));
    }

    private Factor ageFactor() {
        String words = offer.minimumAge() == null && offer.maximumAge() == null
                ? "It is for every age."
                : age == AgeEligibility.YES
                        ? "The age is within its limits: " + limits() + "."
                        : "It has age limits: " + limits() + ". Ask for the age.";
        return new Factor("age", age.code(), words);
    }

    private String limits() {
        if (offer.maximumAge() == null) {
            return "from " + offer.minimumAge().toPlainString() + " years";
        }
        return offer.minimumAge() == null
                ? "up to " + offer.maximumAge().toPlainString() + " years"
                : offer.minimumAge().toPlainString() + " to " + offer.maximumAge().toPlainString() + " years";
    }

    private Factor suiteFactor() {
        return offSuite()
                ? new Factor("suite", "off-suite", "Its organization is not on this suite: contact it directly.")
                : new Factor("suite", "on-suite", "A referral can be sent to it here.");
    }

    private Factor capacityFactor() {
        if (offer.openPlaces() == null) {
            return new Factor("capacity", "unlimited", "It has no limit of places.");
        }
        return isFull()
                ? new Factor("capacity", "full", "All places are taken at present.")
                : new Factor("capacity", "open", "Open places: " + offer.openPlaces() + ".");
    }

    private Factor responseFactor() {
        return offer.responseHours() == null
                ? new Factor("response", "none", "It makes no promise of when it answers.")
                : new Factor("response", "promised", "It answers within " + offer.responseHours() + " hours.");
    }

    private boolean offSuite() {
        return offer.agencyId() == null;
    }

    private boolean isFull() {
        return offer.openPlaces() != null && offer.openPlaces() == 0;
    }
}
