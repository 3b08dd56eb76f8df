package org.alongside.referral.matching;

import java.math.BigDecimal;

import org.alongside.kit.code.Coded;
import org.alongside.referral.directory.api.ServiceOffer;

/** Whether a service is for someone of an age. */
enum AgeEligibility implements Coded {
    YES,
    /** The service has limits and the age was not told: ask. */
    UNKNOWN, NO;

    /** @param age years; null when not told */
    static AgeEligibility of(ServiceOffer offer, Integer age) {
        if (offer.minimumAge() == null && offer.maximumAge() == null) {
            return YES;
        }
        if (age == null) {
            return UNKNOWN;
        }
        return within(offer, BigDecimal.valueOf(age)) ? YES : NO;
    }

    /** A person is of the maximum age until the birthday after it. */
    private static boolean within(ServiceOffer offer, BigDecimal age) {
        return (offer.minimumAge() == null || age.compareTo(offer.minimumAge()) >= 0)
                && (offer.maximumAge() == null || age.compareTo(offer.maximumAge()) <= 0);
    }
}
