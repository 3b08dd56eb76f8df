package org.alongside.intake.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The versions of an assessment that one of them follows, the first one first. */
record AssessmentVersions(List<Assessment> all) {

    static AssessmentVersions before(Assessment assessment, List<Assessment> versions) {
        return new AssessmentVersions(
                versions.stream().filter(version -> version.number() < assessment.number()).toList());
    }

    Optional<Assessment> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Ids of all needs that they came to, by category: one that was gone and comes back is the same need. */
    Map<String, UUID> needs() {
        Map<String, UUID> needs = new HashMap<>();
        all.forEach(version -> version.needs().forEach(need -> needs.put(need.category(), need.needId())));
        return needs;
    }

    /** Ids of the needs that they came to and the version after them does not. */
    List<UUID> goneIn(Assessment after) {
        List<UUID> present = after.needs().stream().map(Need::needId).toList();
        return needs().values().stream().filter(need -> !present.contains(need)).sorted().toList();
    }
}
