package org.alongside.referral.hsds;

import java.util.List;

/** What a column of HSDS holds: the type and format of its property, and its codes where it has a closed list. */
public enum HsdsType {
    TEXT("string"), URI("string"), EMAIL("string"), UUID("string"), DATE("date"), DATETIME("datetime"),
    /** Time of day, {@code HH:MM} or {@code HH:MM:SS}, with or without an offset. */
    TIME("time"), NUMBER("number"),
    /** A number that is whole and not negative, though HSDS allows any. */
    WHOLE("number"),
    /** A number that is whole and above 0. */
    POSITIVE("number"),
    /** Degrees north, -90 to 90. */
    LATITUDE("number"),
    /** Degrees east, -180 to 180. */
    LONGITUDE("number"), BOOLEAN("boolean"), PLACE("string", "physical", "postal", "virtual"),
    STATUS("string", "active", "inactive", "defunct", "temporarily closed"), FREQUENCY("string", "WEEKLY", "MONTHLY"),
    WEEKDAY("string", "MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final String tabular;
    private final List<String> codes;

    HsdsType(String tabular, String... codes) {
        this.tabular = tabular;
        this.codes = List.of(codes);
    }

    /** Type of the field in a tabular data package. */
    public String tabular() {
        return tabular;
    }

    /** The closed list; empty when there is none. */
    public List<String> codes() {
        return codes;
    }

    boolean isNumber() {
        return tabular.equals("number");
    }
}
