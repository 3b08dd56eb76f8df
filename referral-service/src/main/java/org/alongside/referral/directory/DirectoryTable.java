package org.alongside.referral.directory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The tables of the directory, parents before children, with the columns that are loaded. Names are those of HSDS 3.1, so a row
 * is an object of a document without its nested parts.
 *
 * @see <a href="https://docs.openreferral.org/en/v3.1/hsds/schema_reference.html">HSDS 3.1 schema reference</a>
 */
enum DirectoryTable {

    ORGANIZATION("name alternate_name description email website year_incorporated legal_status x_agency_id"),
    LOCATION("location_type organization_id name description transportation latitude longitude url x_confidential"),
    UNIT("name"),
    TAXONOMY("name description uri version"),
    TAXONOMY_TERM("code name description language taxonomy_id"),
    SERVICE("organization_id name description url email status interpretation_services "
            + "application_process fees_description eligibility_description minimum_age maximum_age assured_date "
            + "alert last_modified x_response_hours"),
    SERVICE_AT_LOCATION("service_id location_id"),
    SERVICE_AREA("service_id name extent extent_type"),
    SCHEDULE("service_id freq byday opens_at closes_at"),
    /** What is available counts the places that referrals hold; loading again must not give those away. */
    SERVICE_CAPACITY("service_id unit_id maximum available updated x_places") {
        @Override
        List<String> overwritten() {
            return List.of("service_id", "unit_id", "maximum");
        }
    },
    ATTRIBUTE("link_id link_entity link_type taxonomy_term_id"),
    LANGUAGE("service_id name code"),
    PHONE("organization_id service_id number type description"),
    ADDRESS("location_id address_1 city state_province postal_code country address_type"),
    ACCESSIBILITY("location_id description"),
    COST_OPTION("service_id option currency amount amount_description"),
    REQUIRED_DOCUMENT("service_id document");

    private final List<String> columns;

    DirectoryTable(String columns) {
        this.columns = List.of(columns.split(" "));
    }

    /** Columns that a row already there takes from the document. */
    List<String> overwritten() {
        return columns;
    }

    /** Inserts a JSON array of rows, its one parameter, or puts right those that are there. */
    String upsert() {
        String table = name().toLowerCase(Locale.ROOT);
        String names = String.join(", ", columns);
        String changes = overwritten().stream().map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String values = names.replaceAll("\\b(x_confidential|x_places)\\b", "coalesce($1, false)");
        return "insert into %1$s (id, %2$s) select id, %3$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)"
                .formatted(table, names, values) + " on conflict (id) do update set " + changes;
    }
}
