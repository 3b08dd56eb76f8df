package org.alongside.referral.datapackage;

import java.util.Map;
import java.util.Optional;

import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;

/** The rules by which an import takes values, for those who change single entries: what an import would leave out is refused. */
public final class EntryValues {

    private EntryValues() {}

    /**
     * As it is stored, without markup for instance; empty when it is no value of the column.
     *
     * @param longest characters that an import takes of one value
     */
    public static Optional<String> read(HsdsColumn column, String told, int longest) {
        return told.length() > longest ? Optional.empty() : stored(column, told);
    }

    private static Optional<String> stored(HsdsColumn column, String told) {
        return Values.read(column.type(), told.strip())
                .filter(value -> !value.isEmpty() && value.length() <= Values.longest(column));
    }

    /**
     * The column that makes no sense beside the others; empty when all do.
     *
     * @param entry all its values, as stored
     */
    public static Optional<String> fault(HsdsEntity entity, Map<String, String> entry) {
        return switch (entity) {
            case SCHEDULE -> Recurrence.fault(entry);
            case PHONE -> Optional.of("number").filter(column -> !Values.isNumber(entry.getOrDefault(column, "")));
            default -> Optional.empty();
        };
    }
}
