package org.alongside.referral.directorychange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.datapackage.EntryValues;
import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.HsdsType;

/** Reads what somebody wants an entry to say, as strictly as an import reads it, and refuses all that it would leave out. */
final class WantedValues {

    /** What an entry belongs to, who owns it and where referrals take their places from is settled elsewhere. */
    private static final Set<String> SETTLED_ELSEWHERE = Set.of("x_placeholder", "x_places", "link_entity");

    private WantedValues() {}

    /** The history of entries writes itself. */
    static HsdsEntity entity(String name) {
        return HsdsEntity.find(name).filter(entity -> entity != HsdsEntity.METADATA)
                .orElseThrow(() -> Problem.unknownCode("/entity", names()));
    }

    /**
     * @param longest characters of a value
     * @return null for a value to be taken away
     * @throws Problem {@code invalid-input} naming every field that cannot be changed or is no value of its column
     */
    static Map<String, String> read(HsdsEntity entity, Map<String, String> told, int longest) {
        Map<String, String> values = new HashMap<>();
        List<Violation> violations = new TreeMap<>(told).entrySet().stream()
                .flatMap(field -> read(entity, field.getKey(), field.getValue(), longest, values).stream()).toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return values;
    }

    /** @throws Problem {@code invalid-input} when the values make no sense beside those that the entry has */
    static void requireSense(Entry entry, Map<String, String> wanted) {
        Map<String, String> values = new HashMap<>(entry.values());
        wanted.forEach((name, value) -> {
            values.remove(name);
            Optional.ofNullable(value).ifPresent(each -> values.put(name, each));
        });
        EntryValues.fault(entry.entity(), values).ifPresent(field -> {
            throw Problem.invalid(violation(field, "makes-no-sense", "does not fit the other values of the entry"));
        });
    }

    private static Optional<Violation> read(HsdsEntity entity, String name, String told, int longest,
            Map<String, String> values) {
        Optional<HsdsColumn> column = entity.column(name).filter(WantedValues::isChangeable);
        if (column.isEmpty()) {
            return Optional.of(violation(name, "not-changeable", "this entity has no such field that can be changed"));
        }
        if (told == null) {
            values.put(name, null);
            return isNeeded(column.get())
                    ? Optional.of(violation(name, "required", "cannot be taken away"))
                    : Optional.empty();
        }
        Optional<String> value = EntryValues.read(column.get(), told, longest);
        values.put(name, value.orElse(null));
        return value.isPresent() ? Optional.empty() : Optional.of(refusal(column.get(), told, longest));
    }

    private static Violation refusal(HsdsColumn column, String told, int longest) {
        return told.length() > longest
                ? violation(column.name(), "too-long",
                        "has more than the " + longest + " characters that the directory takes")
                : wrongType(column);
    }

    private static Violation wrongType(HsdsColumn column) {
        String codes = column.type().codes().isEmpty() ? "" : ": " + String.join(", ", column.type().codes());
        return violation(column.name(), "wrong-type",
                "expected a value of the type " + column.type().tabular() + " as HSDS has it" + codes);
    }

    private static boolean isChangeable(HsdsColumn column) {
        return column.type() != HsdsType.UUID && !SETTLED_ELSEWHERE.contains(column.name());
    }

    private static boolean isNeeded(HsdsColumn column) {
        return column.required() || column.type() == HsdsType.BOOLEAN;
    }

    private static Violation violation(String field, String code, String message) {
        return new Violation("/values/" + field.replace("~", "~0").replace("/", "~1"), code, message);
    }

    private static List<String> names() {
        return List.of(HsdsEntity.values()).stream().filter(entity -> entity != HsdsEntity.METADATA)
                .map(HsdsEntity::table).toList();
    }
}
