package org.alongside.referral.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.persistence.Tuple;

import org.alongside.referral.matching.api.Near;

/**
 * What matching knows of a service: a row of {@code service_finder} with its places of now.
 *
 * @param hasArea        whether it tells all its areas by postal code; one that does is found in these alone
 * @param interpretation whether interpreters can be had
 * @param openPlaces     null for no limit
 * @param confirmedOn    when its provider last said that the entry is right; null for never
 * @param wordsFound     how many of the words that were searched it has
 * @param answeredInTime share of referrals that the agency lately answered in the promised time, in percent; null when not known
 */
record FinderRow(UUID serviceId, String serviceName, UUID organizationId, String organizationName, UUID agencyId,
        BigDecimal minimumAge, BigDecimal maximumAge, Integer responseHours, boolean hasArea, Set<String> languages,
        boolean interpretation, Set<String> attributes, List<GeoPoint> places, Integer openPlaces,
        LocalDate confirmedOn, int wordsFound, Integer answeredInTime) {

    static FinderRow of(Tuple row) {
        Double[] latitudes = row.get("latitudes", Double[].class);
        Double[] longitudes = row.get("longitudes", Double[].class);
        return new FinderRow(row.get("service_id", UUID.class), row.get("service_name", String.class),
                row.get("organization_id", UUID.class), row.get("organization_name", String.class),
                row.get("agency_id", UUID.class), row.get("minimum_age", BigDecimal.class),
                row.get("maximum_age", BigDecimal.class), row.get("response_hours", Integer.class),
                row.get("has_area", Boolean.class), Set.of(row.get("languages", String[].class)),
                row.get("interpretation", Boolean.class), Set.of(row.get("attributes", String[].class)),
                IntStream.range(0, latitudes.length).mapToObj(i -> new GeoPoint(latitudes[i], longitudes[i])).toList(),
                row.get("available", Integer.class), row.get("assured_date", LocalDate.class),
                row.get("words_found", Number.class).intValue(), row.get("in_time", Integer.class));
    }

    /** All its places are taken. */
    boolean isFull() {
        return openPlaces != null && openPlaces == 0;
    }

    /** Kilometres to its nearest place; empty when it has none with coordinates. */
    OptionalDouble distance(Near near) {
        GeoPoint from = new GeoPoint(near.latitude(), near.longitude());
        return places.stream().mapToDouble(from::kilometresTo).min();
    }
}
