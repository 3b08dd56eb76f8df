package org.alongside.referral.matching;

import java.util.List;
import java.util.stream.IntStream;

/** A place on the earth, taken as a ball. Degrees of WGS 84. */
record GeoPoint(double latitude, double longitude) {

    /** Mean radius, IUGG. */
    private static final double EARTH_KM = 6371.0088;
    /** Cells in a degree, as in the database's {@code finder_cell}. */
    private static final int CELLS = 4;
    private static final double KM_OF_A_DEGREE = Math.toRadians(1) * EARTH_KM;

    /** By the haversine formula. */
    double kilometresTo(GeoPoint other) {
        double lat = Math.toRadians(other.latitude - latitude) / 2;
        double lon = Math.toRadians(other.longitude - longitude) / 2;
        double h = square(Math.sin(lat))
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * square(Math.sin(lon));
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** The cells that a circle touches, and a few more at its corners. */
    List<String> cells(double kilometres) {
        double lat = kilometres / KM_OF_A_DEGREE;
        double farthest = Math.min(89, Math.abs(latitude) + lat);
        double lon = Math.min(180, lat / Math.cos(Math.toRadians(farthest)));
        return IntStream.rangeClosed(cell(latitude - lat), cell(latitude + lat)).boxed()
                .flatMap(y -> IntStream.rangeClosed(cell(longitude - lon), cell(longitude + lon))
                        .mapToObj(x -> y + "," + around(x)))
                .distinct().toList();
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees * CELLS);
    }

    /** East of the last meridian is west of the first. */
    private static int around(int x) {
        return Math.floorMod(x + 180 * CELLS, 360 * CELLS) - 180 * CELLS;
    }

    private static double square(double x) {
        return x * x;
    }
}
