-- An import looks at its own rows before it plans how to take them over: what PostgreSQL knows of the table otherwise is of the
-- import before, and it would take the rows of this one for none.
grant maintain on directory_import_row to ${system};
-- Most joins of an import are by what a row refers to.
create statistics directory_import_row_service on ((row ->> 'service_id')) from directory_import_row;
create statistics directory_import_row_location on ((row ->> 'location_id')) from directory_import_row;
create statistics directory_import_row_organization on ((row ->> 'organization_id')) from directory_import_row;
-- So it is with what it wrote, before the services that it changed are made findable.
grant maintain on organization, program, taxonomy, taxonomy_term, unit, location, service, service_at_location,
                contact, phone, schedule, service_area, language, funding, accessibility, address, cost_option,
                required_document, organization_identifier, url, service_capacity, attribute, metadata,
                meta_table_description to ${system};
