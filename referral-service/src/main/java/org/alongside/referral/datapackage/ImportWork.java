package org.alongside.referral.datapackage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.alongside.kit.sealing.BlindIndex;
import org.alongside.kit.system.SystemWork;
import org.alongside.referral.directory.api.ServicesChanged;
import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.Provenance;

/** The transactions of an import: many short ones that put rows in line, and one that takes all of them over or none. */
@ApplicationScoped
class ImportWork {

    /** A process that has said nothing for so long does not work any more. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final String JOB = "directory-import";
    private static final String WAITING = "directory_import_row";
    /**
     * How 1.x data without {@code services_at_location} tells where a service is, by the best that it says: a row that names both
     * (a telephone, hours); else a location of the same organization with the same telephone number; else the only location of
     * the organization.
     */
    private static final String LINKS = """
            with told as (
                select row_id as id, entity, row from directory_import_row
                 where import_id = ?1 and not left_out and entity in ('service', 'location', 'phone', 'schedule', 'contact')),
            services as (select id, row ->> 'organization_id' as organization from told where entity = 'service'),
            locations as (select id, row ->> 'organization_id' as organization from told
                           where entity = 'location' and row ->> 'location_type' = 'physical'),
            numbers as (select row ->> 'service_id' as service, row ->> 'location_id' as location,
                               right(regexp_replace(row ->> 'number', '\\D', '', 'g'), 10) as number
                          from told where entity = 'phone' and jsonb_exists(row, 'number')),
            named as (select distinct (row ->> 'service_id')::uuid as service, (row ->> 'location_id')::uuid as location from told
                       where jsonb_exists(row, 'service_id') and jsonb_exists(row, 'location_id')),
            reached as (select distinct s.id as service, l.id as location
                          from services s join locations l on l.organization = s.organization
                          join numbers a on a.service = s.id::text join numbers b on b.location = l.id::text
                                        and b.number = a.number
                         where not exists (select 1 from named n where n.service = s.id)),
            single as (select organization, min(id::text)::uuid as location from locations group by organization
                       having count(*) = 1),
            alone as (select s.id as service, x.location from services s join single x on x.organization = s.organization
                       where not exists (select 1 from named n where n.service = s.id)
                         and not exists (select 1 from reached r where r.service = s.id))
            insert into directory_import_row (import_id, entity, file, line, row)
            select ?1, 'service_at_location', s.file, s.line,
                   jsonb_build_object('service_id', pair.service, 'location_id', pair.location)
              from (select * from named union select * from reached union select * from alone) pair
              join directory_import_row s on s.import_id = ?1 and s.entity = 'service' and s.row_id = pair.service""";
    private static final String UNLINKED = """
            select r.file, r.line from directory_import_row r
             where r.import_id = ?1 and r.entity = 'service' and not r.left_out and not exists (
                   select 1 from directory_import_row x where x.import_id = ?1 and x.entity = 'service_at_location'
                      and x.row ->> 'service_id' = r.row_id::text)""";
    /** What was known of a service or place whose row cannot be taken stays: nothing was made out for it. */
    private static final String KEPT_LINKS = """
            with lost as (select * from directory_import_row where import_id = '%s' and left_out and entity in ('service', 'location')),
            kept as (
                select t.id, t.x_source_id, r.import_id, r.file, r.line from lost r
                  join service_at_location t on t.service_id = r.row_id
                 where r.entity = 'service' and t.x_source = ? and t.x_vanished_at is null
                union all
                select t.id, t.x_source_id, r.import_id, r.file, r.line from lost r
                  join service_at_location t on t.location_id = r.row_id
                 where r.entity = 'location' and t.x_source = ? and t.x_vanished_at is null)
            insert into directory_import_row (import_id, entity, row_id, source_id, file, line, row, left_out)
            select distinct on (k.id) k.import_id, 'service_at_location', k.id, k.x_source_id, k.file, k.line, '{}'::jsonb, true
              from kept k
             where not exists (select 1 from directory_import_row x where x.import_id = k.import_id
                                  and x.entity = 'service_at_location' and x.row_id = k.id)""";
    private static final String NAMELESS = """
            select id, row ->> 'service_id' as service, row ->> 'location_id' as location from directory_import_row
             where import_id = ? and entity = 'service_at_location' and row_id is null limit 1000""";
    /**
     * What this transaction changed bears its time. What a row belonged to before the history of it tells, as text that anybody
     * may have written.
     */
    private static final String REACHED = """
            with place as (
                 select x.service_id as id from service_at_location x join location l on l.id = x.location_id
                  where l.x_modified_at = now()
                 union select x.service_id from service_at_location x join service_area t on t.service_at_location_id = x.id
                        where t.x_modified_at = now()),
            said as (
                 select t.link_id as id from attribute t where t.x_modified_at = now()
                 union select t.link_id from attribute t join taxonomy_term m on m.id = t.taxonomy_term_id
                        where m.x_modified_at = now()),
            left_behind as (
                 select m.previous_value as id from metadata m
                  where m.x_modified_at = now() and m.field_name in ('service_id', 'link_id')
                 union select x.service_id::text from service_at_location x join metadata m on m.previous_value = x.id::text
                        where m.x_modified_at = now() and m.field_name = 'service_at_location_id')
            select s.id from service s
             where s.x_source is distinct from ? and (s.x_modified_at = now()
                or s.organization_id in (select o.id from organization o where o.x_modified_at = now())
                or s.id in (select id from place) or s.id in (select id from said)
                or s.id::text in (select id from left_behind))""";
    /** Referrals take their places from the first capacity of a service, unless one is named. */
    private static final String PLACES = """
            update service_capacity c set x_places = true
             where c.x_source = ? and c.x_vanished_at is null
               and not exists (select 1 from service_capacity o where o.service_id = c.service_id and o.x_places)
               and not exists (select 1 from service_capacity o where o.service_id = c.service_id and o.x_vanished_at is null
                                  and o.id < c.id)""";

    private final ImportRepository imports;
    private final ImportConfig config;
    private final Event<ServicesChanged> changedServices;
    private final Clock clock;
    private final BlindIndex keys;

    ImportWork(ImportRepository imports, ImportConfig config, Event<ServicesChanged> changedServices, Clock clock,
            BlindIndex keys) {
        this.imports = imports;
        this.config = config;
        this.keys = keys;
        this.changedServices = changedServices;
        this.clock = clock;
    }

    @SystemWork(JOB)
    public void giveUp() {
        giveUpSilent();
    }

    @SystemWork(JOB)
    public void register(UUID id, String source, String startedBy) {
        giveUpSilent();
        imports.register(id, source, startedBy, clock.instant());
    }

    @SystemWork(JOB)
    public void beat(UUID id) {
        imports.beat(id, clock.instant());
    }

    @SystemWork(JOB)
    public void step(UUID id, String step) {
        imports.step(id, step, clock.instant());
    }

    /** Puts rows in line. */
    @SystemWork(JOB)
    public void stage(UUID id, List<StagedRow> rows, List<Issue> issues, Map<String, Long> progress) {
        imports.stage(id, rows);
        imports.report(id, issues, config.maxIssues());
        imports.progress(id, progress);
        imports.beat(id, clock.instant());
    }

    @SystemWork(JOB)
    public void end(UUID id, ImportStatus status, String refusal) {
        imports.end(id, status, refusal, clock.instant());
    }

    /**
     * Takes all rows over.
     *
     * @param told   entities of which the source told all it has
     * @param unlinked the source is of a layout that does not say where services are
     * @param staged  how many rows were put in line
     * @throws IllegalStateException when not all of them are there any more: a crash of the database empties their table, and
     *                               everything known would count as gone
     */
    @SystemWork(JOB)
    public void takeOver(UUID id, String source, Set<HsdsEntity> told, boolean unlinked, long staged) {
        requireAll(id, staged);
        imports.analyze(WAITING);
        for (HsdsEntity entity : HsdsEntity.values()) {
            if (entity == HsdsEntity.SERVICE_AT_LOCATION && unlinked) {
                link(id, new SourceIds(source, keys));
                imports.run(KEPT_LINKS.formatted(id), source, source);
            }
            complete(id, entity);
            keepToItsOwn(id, entity, source);
        }
        long added = 0;
        long changed = 0;
        long vanished = 0;
        long taken = 0;
        for (HsdsEntity entity : HsdsEntity.values()) {
            RowSql sql = new RowSql(entity, id);
            taken += imports.number("select count(*) from directory_import_row r where " + sql.taken());
            found(id, IssueCode.OF_ANOTHER_SOURCE, null, sql.ofAnotherSource(), source);
            keepChanges(entity, sql, source);
            long present = added + changed + vanished;
            changed += imports.number(sql.update(), source, source);
            added += imports.run(sql.insert(), source);
            vanished += told.contains(entity) ? imports.number(sql.vanish(), source) : 0;
            if (added + changed + vanished > present) {
                imports.analyze(entity.table());
            }
        }
        imports.run(PLACES, source);
        touchServices();
        changedServices.fire(ServicesChanged.ofSource(source, reached(source)));
        imports.counted(id, added, changed, taken - added - changed, vanished);
        if (!imports.end(id, ImportStatus.DONE, null, clock.instant())) {
            throw new IllegalStateException("The import was given up while it ran: another may have begun since");
        }
    }

    private void requireAll(UUID id, long staged) {
        long there = imports.number("select count(*) from directory_import_row where import_id = ?", id);
        if (there != staged) {
            throw new IllegalStateException(
                    "Of " + staged + " rows that were put in line " + there + " are there: import again");
        }
    }

    private void giveUpSilent() {
        imports.giveUp(clock.instant(), clock.instant().minus(SILENCE),
                "The service was stopped while it worked at it: import again.");
    }

    /** What was changed here stays until the source tells something else than it told then. */
    private void keepChanges(HsdsEntity entity, RowSql sql, String source) {
        if (imports.number("select count(*) from (select 1 from directory_override where entity = ? limit 1) any_of",
                entity.table()) > 0) {
            imports.run(sql.forgetOverrides(), source);
            imports.run(sql.keepOverrides(), source);
        }
    }

    /** Joins what is told in pieces, adds what can be assumed, and leaves out what cannot be. */
    private void complete(UUID id, HsdsEntity entity) {
        RowSql sql = new RowSql(entity, id);
        if (imports.run(sql.join()) > 0) {
            found(id, IssueCode.DUPLICATE_ID, null, sql.superfluous(false));
            imports.number("with gone as (" + sql.superfluous(true) + ") select count(*) from gone");
        }
        for (HsdsColumn column : entity.columns()) {
            if (column.refersTo() != null) {
                reference(id, entity, column, sql);
            } else if (column.fallback() != null) {
                found(id, IssueCode.FALLBACK_USED, column.name(), sql.fallback(column));
            } else if (column.required()) {
                found(id, IssueCode.MISSING_VALUE, column.name(), sql.without(column));
            }
        }
        switch (entity) {
            case ORGANIZATION ->
                found(id, IssueCode.VALUE_TAKEN, "x_agency_id", sql.onlyOne("x_agency_id", "x_agency_id"));
            case SERVICE_CAPACITY ->
                found(id, IssueCode.VALUE_TAKEN, "x_places", sql.onlyOne("service_id", "x_places"));
            case ATTRIBUTE -> found(id, IssueCode.MISSING_REFERENCE, "link_id", sql.withoutLink("link"));
            case METADATA -> found(id, IssueCode.MISSING_REFERENCE, "resource_id", sql.withoutLink("resource"));
            default -> {
                // nothing that only one row may have
            }
        }
    }

    private void reference(UUID id, HsdsEntity entity, HsdsColumn column, RowSql sql) {
        boolean carries = Set.of(HsdsEntity.SERVICE, HsdsEntity.LOCATION, HsdsEntity.PROGRAM).contains(entity);
        if (carries && column.refersTo().equals(HsdsEntity.ORGANIZATION.table())) {
            found(id, IssueCode.PLACEHOLDER_MADE, column.name(), sql.placeholders(column));
        }
        if (column.required()) {
            found(id, IssueCode.MISSING_REFERENCE, column.name(), sql.withoutReference(column));
        } else {
            Ownership ownership = new Ownership(entity, id);
            if (ownership.isPlace(column)) {
                found(id, IssueCode.MISSING_REFERENCE, column.name(), ownership.withoutPlace(column));
            }
            found(id, IssueCode.REFERENCE_LEFT_OUT, column.name(), sql.dropReference(column));
        }
    }

    private void keepToItsOwn(UUID id, HsdsEntity entity, String source) {
        Ownership ownership = new Ownership(entity, id);
        entity.columns().stream().filter(ownership::hangs).forEach(column -> found(id, IssueCode.FOREIGN_ENTRY,
                column.name(), ownership.foreign(column), source, source));
        if (entity == HsdsEntity.METADATA) {
            found(id, IssueCode.AUTHOR_REPLACED, "updated_by", ownership.authors(), Provenance.ofImport(source),
                    source);
        }
    }

    private void link(UUID id, SourceIds ids) {
        String literal = "'" + id + "'::uuid";
        imports.withoutLoops(() -> imports.run(LINKS.replace("?1", literal)));
        List<Link> links = nameless(id);
        while (!links.isEmpty()) {
            imports.runEach("update directory_import_row set row_id = ? where id = ?",
                    links.stream().map(link -> new Object[]{link.uuid(ids), link.place()}));
            links = nameless(id);
        }
        imports.analyze(WAITING);
        imports.withoutLoops(() -> found(id, IssueCode.NOT_LINKED, null, UNLINKED.replace("?1", literal)));
    }

    private List<Link> nameless(UUID id) {
        return imports.rows(NAMELESS,
                row -> new Link(row.getLong("id"), row.getString("service"), row.getString("location")), id);
    }

    private record Link(long place, String service, String location) {

        UUID uuid(SourceIds ids) {
            return ids.ofContent(HsdsEntity.SERVICE_AT_LOCATION,
                    new TreeMap<>(Map.of("service_id", service, "location_id", location)));
        }
    }

    /** A service has changed when what belongs to it has: those who ask what changed since want its document. */
    private void touchServices() {
        for (HsdsEntity entity : HsdsEntity.values()) {
            if (entity.column("service_id").isPresent()) {
                imports.run("update service s set x_modified_at = now() from " + entity.table()
                        + " c where c.service_id = s.id and c.x_modified_at = now() and s.x_modified_at <> now()");
            }
        }
    }

    /** Services that others told, of which something has changed here: a place of theirs may be confidential from now on. */
    private Set<UUID> reached(String source) {
        return Set.copyOf(imports.rows(REACHED, row -> row.getObject(1, UUID.class), source));
    }

    private void found(UUID id, IssueCode code, String field, String hits, Object... parameters) {
        imports.found(id, code, field, config.maxIssues(), hits, parameters);
    }
}
