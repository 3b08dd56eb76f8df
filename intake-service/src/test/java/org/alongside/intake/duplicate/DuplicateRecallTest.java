package org.alongside.intake.duplicate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.alongside.intake.duplicate.GeneratedPeople.Entry;
import org.alongside.intake.duplicate.GeneratedPeople.Error;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Who is found among made-up people of whom it is known who is who ({@link GeneratedPeople}), by the same keys, the same number of
 * candidates and the same comparison as in the service. {@code -Dalongside.duplicates.people=100000} is the long form.
 */
class DuplicateRecallTest {

    private static final Logger LOG = Logger.getLogger(DuplicateRecallTest.class);
    private static final int SHORT = 5_000;
    private static final int PEOPLE = Integer.getInteger("alongside.duplicates.people", SHORT);
    private static final int CANDIDATES = 20;

    private final List<Entry> entries = new GeneratedPeople(20261123).of(PEOPLE);
    private final Map<String, List<Integer>> byKey = new HashMap<>();

    @Test
    void mostOfThoseTakenInTwiceAreFoundAndFewOthers() {
        for (int i = 0; i < entries.size(); i++) {
            for (String key : DuplicateKeys.of(entries.get(i).traits())) {
                byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(i);
            }
        }
        Map<Error, int[]> byError = new LinkedHashMap<>();
        int twice = 0;
        int found = 0;
        int proposed = 0;
        int right = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            List<Integer> likely = likely(i);
            proposed += likely.size();
            right += likely.stream().filter(other -> entries.get(other).person() == entry.person()).count();
            if (!entry.errors().isEmpty()) {
                boolean hit = likely.stream().anyMatch(other -> entries.get(other).person() == entry.person());
                twice++;
                found += hit ? 1 : 0;
                entry.errors().forEach(error -> {
                    int[] counts = byError.computeIfAbsent(error, first -> new int[2]);
                    counts[0]++;
                    counts[1] += hit ? 1 : 0;
                });
            }
        }
        double recall = (double) found / twice;
        double precision = (double) right / proposed;
        LOG.infof(
                "%d records, %d of people taken in twice: recall %.3f; %d proposed, precision %.3f; recall with error: %s",
                entries.size(), twice, recall, proposed, precision,
                byError.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + " " + each.getValue()[1] + "/" + each.getValue()[0])
                        .collect(Collectors.joining(", ")));
        assertTrue(recall > 0.87, "recall " + recall);
        // the more people share so few names, the more of them are born a digit apart
        assertTrue(precision > (PEOPLE > SHORT ? 0.7 : 0.93), "precision " + precision);
    }

    private List<Integer> likely(int asked) {
        Traits person = entries.get(asked).traits();
        Map<Integer, Integer> shared = new HashMap<>();
        DuplicateKeys.of(person).forEach(key -> byKey.get(key).forEach(other -> shared.merge(other, 1, Integer::sum)));
        shared.remove(asked);
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES).map(Map.Entry::getKey)
                .filter(other -> Likelihood
                        .of(Comparison.of(person, entries.get(other).traits()).score()) != Likelihood.NONE)
                .toList();
    }
}
