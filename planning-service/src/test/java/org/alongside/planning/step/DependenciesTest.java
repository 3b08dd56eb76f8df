package org.alongside.planning.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class DependenciesTest {

    private final Map<UUID, Set<UUID>> dependsOn = new HashMap<>();
    private final Dependencies dependencies = new Dependencies(dependsOn);
    private final List<UUID> steps = Stream.generate(UUID::randomUUID).limit(6).toList();

    @Test
    void aStepThatWaitsForItselfIsACircleOfOne() {
        assertEquals(Optional.of(List.of(steps.get(0))), dependencies.cycle(steps.get(0), List.of(steps.get(0))));
    }

    @Test
    void theCircleIsNamedFromTheStepOnInTheOrderOfWaiting() {
        link(1, 2);
        link(2, 3);
        link(3, 0);
        assertEquals(Optional.of(List.of(steps.get(0), steps.get(1), steps.get(2), steps.get(3))),
                dependencies.cycle(steps.get(0), List.of(steps.get(1))));
        assertEquals(Optional.of(List.of(steps.get(0), steps.get(2), steps.get(3))),
                dependencies.cycle(steps.get(0), List.of(steps.get(1), steps.get(2))), "the shortest");
    }

    @Test
    void waysThatMeetAreNoCircle() {
        link(1, 3);
        link(2, 3);
        link(3, 4);
        assertEquals(Optional.empty(), dependencies.cycle(steps.get(0), List.of(steps.get(1), steps.get(2))));
        assertEquals(Optional.empty(), dependencies.cycle(steps.get(5), List.of()));
    }

    /** What it takes away does not count: it waits only for what is wanted now. */
    @Test
    void whatTheStepWaitsForUntilNowIsReplaced() {
        link(0, 1);
        link(2, 0);
        assertEquals(Optional.empty(), dependencies.cycle(steps.get(0), List.of(steps.get(3))));
    }

    /** Linking at random wherever no circle is told of never makes one, and whatever is refused would have made one. */
    @Test
    void agreesWithFollowingEveryWay() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            dependsOn.clear();
            for (int tried = 0; tried < 20; tried++) {
                int from = random.nextInt(steps.size());
                int to = random.nextInt(steps.size());
                Optional<List<UUID>> cycle = dependencies.cycle(steps.get(from), List.of(steps.get(to)));
                assertEquals(reaches(steps.get(to), steps.get(from), new ArrayList<>()), cycle.isPresent(),
                        "seed " + seed);
                if (cycle.isEmpty()) {
                    link(from, to);
                }
            }
        }
    }

    private boolean reaches(UUID from, UUID to, List<UUID> seen) {
        if (from.equals(to)) {
            return true;
        }
        seen.add(from);
        return dependsOn.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> !seen.contains(next) && reaches(next, to, seen));
    }

    private void link(int from, int to) {
        Set<UUID> more = new HashSet<>(dependsOn.getOrDefault(steps.get(from), Set.of()));
        more.add(steps.get(to));
        dependsOn.put(steps.get(from), more);
    }
}
