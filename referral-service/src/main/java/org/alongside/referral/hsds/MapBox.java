package org.alongside.referral.hsds;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A part of the map that holds every place within a distance of a point, and some more at its corners: what an index finds before
 * distances are measured. Degrees of WGS 84. Longitudes come in two ranges, because one may cross the meridian of 180°; where it does
 * not, both are the same. Around a pole all longitudes are near.
 */
record MapBox(double south, double north, double west, double east, double west2, double east2) {

    /** Mean radius of the earth in metres (IUGG). */
    private static final double EARTH = 6_371_008.8;
    /** A tenth of a metre, far above what is lost in rounding. */
    private static final double MARGIN = 1e-6;

    static MapBox around(Centre centre, BigDecimal metres) {
        double angle = metres.doubleValue() / EARTH;
        double latitude = centre.latitude().doubleValue();
        double reach = Math.toDegrees(angle) + MARGIN;
        if (Math.abs(latitude) + reach >= 90) {
            return new MapBox(latitude - reach, latitude + reach, -180, 180, -180, 180);
        }
        double sides = Math.toDegrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(Math.toRadians(latitude)))))
                + MARGIN;
        return across(latitude - reach, latitude + reach, centre.longitude().doubleValue() - sides,
                centre.longitude().doubleValue() + sides);
    }

    private static MapBox across(double south, double north, double west, double east) {
        if (west < -180) {
            return new MapBox(south, north, west + 360, 180, -180, east);
        }
        return east > 180
                ? new MapBox(south, north, west, 180, -180, east - 360)
                : new MapBox(south, north, west, east, west, east);
    }

    /** As a condition on {@code l}, with {@link #parameters}. */
    static String condition() {
        return "l.latitude between ? and ? and (l.longitude between ? and ? or l.longitude between ? and ?)";
    }

    List<Object> parameters() {
        return DoubleStream.of(south, north, west, east, west2, east2).mapToObj(degrees -> (Object) BigDecimal
                .valueOf(degrees)).toList();
    }
}
