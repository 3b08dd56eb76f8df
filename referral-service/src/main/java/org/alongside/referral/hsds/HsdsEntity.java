package org.alongside.referral.hsds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entities of HSDS 3.1, parents before children: their file in a data package, their columns and what is nested in them. The
 * one description from which reading, import and export follow; tables and columns have the names of the schema. The short form
 * of columns is explained at {@link HsdsColumn#of}.
 *
 * @see <a href="https://docs.openreferral.org/en/v3.1/hsds/schema_reference.html">HSDS 3.1 schema reference</a>
 */
public enum HsdsEntity {

    ORGANIZATION("organizations", """
            name! alternate_name description!'' email:email website:uri tax_status tax_id year_incorporated:number legal_status
            logo uri:uri parent_organization_id>organization x_agency_id:uuid x_placeholder:boolean""",
            "additional_websites=url funding=funding contacts=contact phones=phone locations=location programs=program"
                    + " organization_identifiers=organization_identifier",
            ""),
    PROGRAM("programs", "organization_id>organization! name! alternate_name description!''", "", ""),
    TAXONOMY("taxonomies", "name! description!'' uri:uri version", "", ""),
    TAXONOMY_TERM("taxonomy_terms", """
            code name! description!'' parent_id>taxonomy_term taxonomy language taxonomy_id>taxonomy term_uri:uri""",
            "",
            "taxonomy_detail=taxonomy_id"),
    UNIT("units", "name! scheme identifier uri:uri", "", ""),
    LOCATION("locations",
            """
            location_type:place!physical url:uri organization_id>organization name alternate_name description transportation
            latitude:latitude longitude:longitude external_identifier external_identifier_type x_confidential:boolean""",
            "languages=language addresses=address contacts=contact accessibility=accessibility phones=phone schedules=schedule",
            ""),
    SERVICE("services", """
            organization_id>organization! program_id>program name! alternate_name description url:uri email:email
            status:status!active interpretation_services application_process fees_description wait_time fees accreditations
            eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert
            last_modified:datetime x_response_hours:positive""",
            "additional_urls=url phones=phone schedules=schedule service_areas=service_area"
                    + " service_at_locations=service_at_location languages=language funding=funding cost_options=cost_option"
                    + " required_documents=required_document contacts=contact capacities=service_capacity",
            "organization=organization_id program=program_id"),
    SERVICE_AT_LOCATION("service_at_location", "service_id>service! location_id>location! description",
            "service_areas=service_area contacts=contact phones=phone schedules=schedule", "location=location_id"),
    CONTACT("contacts", """
            organization_id>organization service_id>service service_at_location_id>service_at_location location_id>location name
            title department email:email""", "phones=phone", ""),
    PHONE("phones", """
            location_id>location service_id>service organization_id>organization contact_id>contact
            service_at_location_id>service_at_location number! extension:number type description""",
            "languages=language", ""),
    SCHEDULE("schedules", """
            service_id>service location_id>location service_at_location_id>service_at_location valid_from:date valid_to:date
            dtstart:date timezone:number until:date count:number wkst:weekday freq:frequency interval:number byday byweekno
            bymonthday byyearday description opens_at:time closes_at:time schedule_link:uri attending_type notes""", "",
            ""),
    SERVICE_AREA("service_areas", """
            service_id>service service_at_location_id>service_at_location name description extent extent_type uri""",
            "", ""),
    LANGUAGE("languages", "service_id>service location_id>location phone_id>phone name code note", "", ""),
    FUNDING("funding", "organization_id>organization service_id>service source", "", ""),
    ACCESSIBILITY("accessibility", "location_id>location description details url:uri", "", ""),
    ADDRESS("addresses", """
            location_id>location attention address_1! address_2 city!'' region state_province!'' postal_code!'' country!''
            address_type:place!physical""", "", ""),
    COST_OPTION("cost_options", """
            service_id>service! valid_from:date valid_to:date option currency amount:number amount_description""", "",
            ""),
    REQUIRED_DOCUMENT("required_documents", "service_id>service document uri:uri", "", ""),
    ORGANIZATION_IDENTIFIER("organization_identifiers", """
            organization_id>organization! identifier_scheme identifier_type!'' identifier!""", "", ""),
    URL("url", "label url:uri! organization_id>organization service_id>service", "", ""),
    SERVICE_CAPACITY("service_capacity",
            """
            service_id>service! unit_id>unit! available:whole! maximum:whole description updated:datetime! x_places:boolean""",
            "", "unit=unit_id"),
    ATTRIBUTE("attributes", "link_id:uuid! taxonomy_term_id>taxonomy_term! link_type link_entity!'' value label", "",
            "taxonomy_term=taxonomy_term_id"),
    METADATA("metadata", """
            resource_id:uuid! resource_type!'' last_action_date:date! last_action_type!'' field_name!'' previous_value!''
            replacement_value!'' updated_by!''""", "", ""),
    META_TABLE_DESCRIPTION("meta_table_descriptions", "name language character_set", "", "");

    private static final Map<String, HsdsEntity> NAMED = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(HsdsEntity::table, Function.identity()));

    private final String file;
    private final List<HsdsColumn> columns;
    private final String lists;
    private final String objects;

    HsdsEntity(String file, String columns, String lists, String objects) {
        this.file = file;
        this.columns = Arrays.stream(columns.split("\\s+")).map(HsdsColumn::of).toList();
        this.lists = lists;
        this.objects = objects;
    }

    /** @param table name of the entity in the schema, such as {@code service_area} */
    public static HsdsEntity named(String table) {
        return find(table).orElseThrow(() -> new IllegalArgumentException("HSDS has no entity " + table));
    }

    public static Optional<HsdsEntity> find(String table) {
        return Optional.ofNullable(NAMED.get(table));
    }

    /** Name of the table: that of the entity in the schema. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its file in a data package, without {@code .csv}. */
    public String file() {
        return file;
    }

    /** All but {@code id}, in the order of the schema. */
    public List<HsdsColumn> columns() {
        return columns;
    }

    public Optional<HsdsColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** What is nested in its documents: lists in the order of the schema, then single objects. */
    public List<HsdsMember> members() {
        List<HsdsMember> members = new ArrayList<>();
        pairs(lists).forEach(pair -> members.add(new HsdsMember(pair[0], named(pair[1]), true, table() + "_id")));
        if (hasAttributes()) {
            members.add(new HsdsMember("attributes", ATTRIBUTE, true, "link_id"));
        }
        if (this != METADATA) {
            members.add(new HsdsMember("metadata", METADATA, true, "resource_id"));
        }
        pairs(objects).forEach(pair -> members.add(new HsdsMember(pair[0],
                column(pair[1]).flatMap(HsdsColumn::reference).orElseThrow(), false, pair[1])));
        return List.copyOf(members);
    }

    /** What a request reads it from: never more than may be shown. */
    public String shown() {
        return switch (this) {
            case LOCATION, SERVICE_AT_LOCATION, ADDRESS, ACCESSIBILITY, CONTACT, PHONE, LANGUAGE, SCHEDULE,
                    SERVICE_AREA, ATTRIBUTE,
                    METADATA ->
                table() + "_shown";
            default -> table();
        };
    }

    private boolean hasAttributes() {
        return switch (this) {
            case ATTRIBUTE, METADATA, TAXONOMY, TAXONOMY_TERM -> false;
            default -> true;
        };
    }

    private static Stream<String[]> pairs(String spelled) {
        return spelled.isEmpty() ? Stream.empty() : Arrays.stream(spelled.split(" ")).map(pair -> pair.split("="));
    }
}
