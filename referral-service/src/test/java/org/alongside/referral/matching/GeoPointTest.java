package org.alongside.referral.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class GeoPointTest {

    @Test
    void aDegreeOfTheEquatorIs111Kilometres() {
        assertEquals(111.195, new GeoPoint(0, 0).kilometresTo(new GeoPoint(0, 1)), 0.001);
        assertEquals(111.195, new GeoPoint(0, 179.5).kilometresTo(new GeoPoint(0, -179.5)), 0.001);
        assertEquals(55.597, new GeoPoint(60, 0).kilometresTo(new GeoPoint(60, 1)), 0.01);
    }

    /** Whatever is within the distance must lie in one of the cells, or it is never found. */
    @Test
    void theCellsHoldTheWholeCircle() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            GeoPoint centre = new GeoPoint(random.nextDouble() * 170 - 85, random.nextDouble() * 360 - 180);
            double km = 1 + random.nextInt(200);
            GeoPoint other = new GeoPoint(centre.latitude() + (random.nextDouble() - 0.5) * 2,
                    centre.longitude() + (random.nextDouble() - 0.5) * 4);
            if (centre.kilometresTo(other) <= km && Math.abs(other.longitude()) <= 180) {
                assertTrue(new HashSet<>(centre.cells(km)).contains(cell(other)), centre + " " + km + " " + other);
            }
        }
    }

    @Test
    void theCellsGoRoundTheEarth() {
        List<String> cells = new GeoPoint(0.1, 179.9).cells(30);
        assertTrue(cells.contains("0,719") && cells.contains("0,-720"), cells.toString());
    }

    private static String cell(GeoPoint point) {
        return (int) Math.floor(point.latitude() * 4) + "," + (int) Math.floor(point.longitude() * 4);
    }
}
