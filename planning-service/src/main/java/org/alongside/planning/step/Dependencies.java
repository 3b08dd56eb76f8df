package org.alongside.planning.step;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the steps of one case wait for. True only for as long as the case is held. */
final class Dependencies {

    private final Map<UUID, Set<UUID>> dependsOn;

    Dependencies(Map<UUID, Set<UUID>> dependsOn) {
        this.dependsOn = dependsOn;
    }

    static Dependencies of(List<Step> ofCase) {
        return new Dependencies(ofCase.stream().collect(toMap(Step::recordId, Step::dependsOn)));
    }

    boolean know(UUID step) {
        return dependsOn.containsKey(step);
    }

    /**
     * The shortest circle that would come of it if the step waited for these.
     *
     * @return each waits for the next, the last for the first; the step itself is the first. Empty when there would be none
     */
    Optional<List<UUID>> cycle(UUID step, Collection<UUID> wanted) {
        Map<UUID, UUID> waitedForBy = new HashMap<>();
        Deque<UUID> next = new ArrayDeque<>();
        wanted.forEach(each -> reach(each, step, waitedForBy, next));
        while (!next.isEmpty() && !waitedForBy.containsKey(step)) {
            UUID reached = next.remove();
            dependsOn.getOrDefault(reached, Set.of()).forEach(each -> reach(each, reached, waitedForBy, next));
        }
        return waitedForBy.containsKey(step) ? Optional.of(wayBack(step, waitedForBy)) : Optional.empty();
    }

    private static void reach(UUID step, UUID from, Map<UUID, UUID> waitedForBy, Deque<UUID> next) {
        if (waitedForBy.putIfAbsent(step, from) == null) {
            next.add(step);
        }
    }

    private static List<UUID> wayBack(UUID step, Map<UUID, UUID> waitedForBy) {
        LinkedList<UUID> cycle = new LinkedList<>();
        UUID at = step;
        do {
            at = waitedForBy.get(at);
            cycle.addFirst(at);
        } while (!at.equals(step));
        return List.copyOf(cycle);
    }
}
