package org.alongside.referral.datapackage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.alongside.referral.hsds.HsdsEntity;

/**
 * What a CSV file holds: in HSDS 3.1 one entity under its own name, in the layouts of 1.x and 2.x often the same under an older
 * one. Columns renamed since are read under their new name, unless the file has that as well.
 *
 * @param renames   older names of columns
 * @param constants columns that the older layout says by the name of the file
 * @param extra     columns that {@link Translation} reads
 * @see <a href="https://docs.openreferral.org/en/1.1/hsds/logical_model/">HSDS 1.1 logical model</a>
 * @see <a href="https://docs.openreferral.org/en/v2.0.1/hsds/schema_reference.html">HSDS 2.0.1 schema reference</a>
 */
record Sheet(HsdsEntity entity, Map<String, String> renames, Map<String, String> constants, Set<String> extra) {

    private static final Map<String, Sheet> SHEETS = sheets();

    /** @param name of a file without folder and ending */
    static Optional<Sheet> named(String name) {
        return Optional.ofNullable(SHEETS.get(name));
    }

    private static Map<String, Sheet> sheets() {
        Map<String, Sheet> sheets = new HashMap<>();
        Stream.of(HsdsEntity.values()).forEach(entity -> sheets.put(entity.file(), of(entity, Map.of())));
        Sheet link = of(HsdsEntity.SERVICE_AT_LOCATION, Map.of());
        Stream.of("service_at_locations", "services_at_location", "services_at_locations")
                .forEach(name -> sheets.put(name, link));
        sheets.put("organizations", of(HsdsEntity.ORGANIZATION, Map.of("url", "website")));
        sheets.put("services", of(HsdsEntity.SERVICE, Map.of("fees", "fees_description")));
        sheets.put("languages", of(HsdsEntity.LANGUAGE, Map.of("language", "name")));
        sheets.put("service_areas", of(HsdsEntity.SERVICE_AREA, Map.of("service_area", "name")));
        sheets.put("phones", new Sheet(HsdsEntity.PHONE, Map.of(), Map.of(), Set.of("language")));
        sheets.put("schedules", new Sheet(HsdsEntity.SCHEDULE, Map.of(), Map.of(), Set.of("weekday")));
        sheets.put("regular_schedules", new Sheet(HsdsEntity.SCHEDULE, Map.of(), Map.of(), Set.of("weekday")));
        sheets.put("holiday_schedules", new Sheet(HsdsEntity.SCHEDULE,
                Map.of("start_date", "valid_from", "end_date", "valid_to"), Map.of(), Set.of("closed")));
        sheets.put("addresses", address("physical"));
        sheets.put("physical_addresses", address("physical"));
        sheets.put("postal_addresses", address("postal"));
        sheets.put("accessibility_for_disabilities",
                of(HsdsEntity.ACCESSIBILITY, Map.of("accessibility", "description")));
        sheets.put("eligibility", new Sheet(HsdsEntity.SERVICE,
                Map.of("service_id", "id", "eligibility", "eligibility_description"), Map.of(), Set.of()));
        sheets.put("payments_accepted", of(HsdsEntity.COST_OPTION, Map.of("payment", "amount_description")));
        sheets.put("taxonomy", of(HsdsEntity.TAXONOMY_TERM, Map.of("vocabulary", "taxonomy")));
        Sheet attribute = new Sheet(HsdsEntity.ATTRIBUTE,
                Map.of("service_id", "link_id", "taxonomy_id", "taxonomy_term_id", "taxonomy_detail", "value"),
                Map.of("link_entity", "service"), Set.of());
        Stream.of("service_taxonomy", "services_taxonomy", "service_attributes")
                .forEach(name -> sheets.put(name, attribute));
        sheets.put("other_attributes", of(HsdsEntity.ATTRIBUTE, Map.of()));
        sheets.put("urls", of(HsdsEntity.URL, Map.of()));
        sheets.put("meta_table_description", of(HsdsEntity.META_TABLE_DESCRIPTION, Map.of()));
        return Map.copyOf(sheets);
    }

    private static Sheet of(HsdsEntity entity, Map<String, String> renames) {
        return new Sheet(entity, renames, Map.of(), Set.of());
    }

    /** The older layouts give organizations addresses, too. */
    private static Sheet address(String type) {
        return new Sheet(HsdsEntity.ADDRESS, Map.of(), Map.of("address_type", type), Set.of("organization_id"));
    }

    /** Whether its rows are all that there is of its entity; others add to the rows of another file. */
    boolean isList() {
        return !renames.containsValue("id");
    }

    /** Whether a column is read; {@code id} always is. */
    boolean knows(String column) {
        return column.equals("id") || extra.contains(column) || entity.column(column).isPresent();
    }
}
