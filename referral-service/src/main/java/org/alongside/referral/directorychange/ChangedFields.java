package org.alongside.referral.directorychange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.directorychange.api.FieldChange;

/** What a change does to each field, by its name, in the order of names. */
record ChangedFields(SortedMap<String, Values> fields) {

    /**
     * @param before as it stood when the change was proposed; null for no value
     * @param after  null to take the value away
     */
    record Values(String before, String after) {}

    /** Of some fields those that get another value than the entry has. */
    static ChangedFields of(Entry entry, Set<String> names, Map<String, String> wanted) {
        SortedMap<String, Values> fields = new TreeMap<>();
        names.stream().map(name -> Map.entry(name, new Values(entry.values().get(name), wanted.get(name))))
                .filter(field -> !Objects.equals(field.getValue().before(), field.getValue().after()))
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return new ChangedFields(fields);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** @throws Problem {@code conflicting-state} naming the fields, when the entry does not have the values it had before */
    void requireUnchanged(Entry entry) {
        List<String> changed = fields.entrySet().stream()
                .filter(field -> !Objects.equals(field.getValue().before(), entry.values().get(field.getKey())))
                .map(Map.Entry::getKey).toList();
        if (!changed.isEmpty() || entry.isVanished()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "The entry has changed or vanished since this was proposed: decline it, and propose anew what still holds.")
                    .with("changed", changed);
        }
    }

    List<FieldChange> view() {
        return fields.entrySet().stream().map(field -> new FieldChange(field.getKey(), field.getValue().before(),
                field.getValue().after())).toList();
    }
}
