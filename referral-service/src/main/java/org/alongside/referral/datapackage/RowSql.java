package org.alongside.referral.datapackage;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.HsdsType;
import org.alongside.referral.hsds.Provenance;

/**
 * The statements that take one entity of an import over, generated from its columns. {@code r} is a row of the import, {@code p}
 * the same as a row of the table, {@code t} the row of the table itself.
 */
final class RowSql {

    /** Places of a service on the suite are counted here, from the referrals that hold them: no source knows better. */
    private static final String COUNTED_HERE = """
            t.x_places and exists (select 1 from service s join organization o on o.id = s.organization_id
                                    where s.id = t.service_id and o.x_agency_id is not null)""";

    private final HsdsEntity entity;
    private final String table;
    private final String importId;

    RowSql(HsdsEntity entity, UUID importId) {
        this.entity = entity;
        this.table = "\"" + entity.table() + "\"";
        this.importId = "'" + importId + "'::uuid";
    }

    /** Rows of the entity, with more conditions to come. */
    String rows() {
        return "r.import_id = " + importId + " and r.entity = '" + entity.table() + "'";
    }

    /** Rows of the entity that are still to be taken. */
    String taken() {
        return rows() + " and not r.left_out";
    }

    /**
     * Puts rows with one id together into the first of them; the last value of a column counts, except that a place which one of
     * them calls confidential is.
     */
    String join() {
        return """
                update directory_import_row r set row = j.row
                  from (select min(d.id) as first, jsonb_object_agg(e.key, e.value
                                   order by e.key = 'x_confidential' and e.value #>> '{}' = 'true', d.id) as row
                          from directory_import_row d, jsonb_each(d.row) e
                         where d.import_id = %1$s and d.entity = '%2$s'
                         group by d.row_id having count(distinct d.id) > 1) j
                 where r.id = j.first""".formatted(importId, entity.table());
    }

    /** The others of those, which are superfluous then. Nested documents repeat what is shared; rows of a file should not. */
    String superfluous(boolean nested) {
        return """
                delete from directory_import_row r
                 using (select row_id, min(id) as first from directory_import_row
                         where import_id = %1$s and entity = '%2$s' group by row_id having count(*) > 1) d
                 where r.import_id = %1$s and r.entity = '%2$s' and r.row_id = d.row_id and r.id <> d.first and (r.file ilike '%%.json') = %3$s
                returning r.file, r.line""".formatted(importId, entity.table(), nested);
    }

    String fallback(HsdsColumn column) {
        return "update directory_import_row r set row = r.row || jsonb_build_object('" + column.name() + "', '"
                + column.fallback() + "') where " + taken() + " and not jsonb_exists(r.row, '" + column.name()
                + "') returning r.file, r.line";
    }

    String without(HsdsColumn column) {
        return leaveOut("not jsonb_exists(r.row, '" + column.name() + "')");
    }

    String withoutReference(HsdsColumn column) {
        return leaveOut("not jsonb_exists(r.row, '" + column.name() + "') or " + dangling(column));
    }

    String dropReference(HsdsColumn column) {
        return "update directory_import_row r set row = r.row - '" + column.name() + "' where " + taken() + " and "
                + dangling(column) + " returning r.file, r.line";
    }

    /** Organizations that are referred to and not there; a placeholder made before is told anew, or it would vanish. */
    String placeholders(HsdsColumn column) {
        return """
                insert into directory_import_row (import_id, entity, row_id, source_id, file, line, row)
                select distinct on (r.row ->> '%2$s') %1$s, 'organization', (r.row ->> '%2$s')::uuid, r.told ->> '%2$s', r.file,
                       r.line, jsonb_build_object('name', 'Organization ' || coalesce(r.told ->> '%2$s', r.row ->> '%2$s')
                           || ' (not described by its source)', 'description', '', 'x_placeholder', true)
                  from directory_import_row r where %3$s and jsonb_exists(r.row, '%2$s') and %4$s
                returning file, line""".formatted(importId, column.name(), taken(),
                dangling(column, " and not x.x_placeholder"));
    }

    String insert() {
        List<HsdsColumn> columns = entity.columns();
        return "insert into " + table + " (id, x_source, x_source_id, " + names(columns)
                + ") select r.row_id, ?, r.source_id, "
                + columns.stream().map(RowSql::value).collect(Collectors.joining(", ")) + from() + " where " + taken()
                + " and not exists (select 1 from " + table + " t where t.id = r.row_id)";
    }

    /** Locks no row that stays as it is: places may be taken from it meanwhile. */
    String update() {
        return "with changed as (update " + table + " t set (x_source, x_source_id, x_modified_at, x_vanished_at, "
                + names(entity.columns())
                + ") = (?, r.source_id, now(), null, " + kept() + ")" + from() + " where " + taken()
                + " and t.id = r.row_id and (t.x_source = ? or t.x_source is null) and (" + differs()
                + " or t.x_vanished_at is not null) returning to_jsonb(old) as before, to_jsonb(new) as after)"
                + history("""
                        select 'update', c.after, f.key, coalesce(c.before ->> f.key, ''), coalesce(f.value, '')
                          from changed c cross join lateral jsonb_each_text(c.after) f
                         where f.key = any(array[%s]) and f.value is distinct from c.before ->> f.key"""
                        .formatted(tracked()))
                + " select count(*) from changed";
    }

    String ofAnotherSource() {
        return "select r.file, r.line" + from() + " join " + table + " t on t.id = r.row_id where " + taken()
                + " and t.x_source <> ? and " + differs();
    }

    String vanish() {
        return "with changed as (update " + table
                + " t set x_vanished_at = now(), x_modified_at = now() where t.x_source = ?"
                + " and t.x_vanished_at is null and not exists (select 1 from directory_import_row r where " + rows()
                + " and r.row_id = t.id) returning to_jsonb(new) as after)"
                + history(
                        "select 'delete-mark', c.after, 'x_vanished_at', '', c.after ->> 'x_vanished_at' from changed c")
                + " select count(*) from changed";
    }

    /**
     * Left out are values that only one row may have, when another has them already.
     *
     * @param key  which value it is about
     * @param only column that is left out: the same, or a mark that one row with this value may have
     */
    String onlyOne(String key, String only) {
        boolean mark = !key.equals(only);
        return """
                update directory_import_row r set row = r.row - '%1$s'
                 where %2$s and jsonb_exists(r.row, '%3$s')%4$s and (exists (
                       select 1 from directory_import_row x where x.import_id = %5$s and x.entity = '%6$s' and not x.left_out
                          and x.id < r.id and x.row ->> '%3$s' = r.row ->> '%3$s'%7$s)
                    or exists (select 1 from %8$s t where t."%3$s" = (r.row ->> '%3$s')::uuid and t.id <> r.row_id%9$s))
                returning r.file, r.line""".formatted(only, taken(), key,
                mark ? " and r.row ->> '" + only + "' = 'true'" : "", importId, entity.table(),
                mark ? " and x.row ->> '" + only + "' = 'true'" : "", table, mark ? " and t." + only : "");
    }

    /**
     * What an attribute or a change is said of is named by its entity and id, which no foreign key checks. Neither is said of one
     * like it: nobody would find out that it hangs on a confidential place.
     *
     * @param link what the columns begin with
     */
    String withoutLink(String link) {
        String all = Stream.of(HsdsEntity.values()).filter(each -> each != HsdsEntity.METADATA)
                .filter(each -> each != HsdsEntity.ATTRIBUTE || entity == HsdsEntity.METADATA)
                .map(each -> "'" + each.table() + "'")
                .collect(Collectors.joining(", ", "array[", "]"));
        String type = "r.row ->> '" + (link.equals("link") ? "link_entity" : "resource_type") + "'";
        String named = "(case when " + type + " = any(" + all + ") then array[" + type + "] else " + all + " end)";
        return leaveOut("""
                not exists (select 1 from directory_import_row x where x.import_id = %1$s and not x.left_out
                               and x.entity = any(%2$s) and x.row_id = (r.row ->> '%3$s_id')::uuid)
                and not exists (select 1 from directory_entry x where x.entity = any(%2$s)
                                   and x.id = (r.row ->> '%3$s_id')::uuid)""".formatted(importId, named, link));
    }

    /** Values changed here are the source's again once it tells something that it did not tell when they were changed. */
    String forgetOverrides() {
        return """
                delete from directory_override o using directory_import_row r, %1$s t
                 where %2$s and o.entity = '%3$s' and o.row_id = r.row_id and t.id = o.row_id and t.x_source = ?
                   and (not starts_with(o.field, 'x_') or jsonb_exists(r.row, o.field))
                   and %4$s is distinct from to_jsonb(t) ->> o.field
                   and %4$s is distinct from
                       to_jsonb(jsonb_populate_record(null::%1$s, jsonb_build_object(o.field, o.told))) ->> o.field"""
                .formatted(table, taken(), entity.table(),
                        "to_jsonb(jsonb_populate_record(null::" + table + ", r.row)) ->> o.field");
    }

    /** The others are told as they are here. */
    String keepOverrides() {
        return """
                update directory_import_row r set row = jsonb_strip_nulls(r.row || o.fields)
                  from (select k.row_id, jsonb_object_agg(k.field, to_jsonb(t) ->> k.field) as fields
                          from directory_override k join %1$s t on t.id = k.row_id
                         where k.entity = '%2$s' and t.x_source = ? group by k.row_id) o
                 where %3$s and r.row_id = o.row_id""".formatted(table, entity.table(), taken());
    }

    /**
     * The history of what a statement did, as HSDS has it.
     *
     * @param changes kind, row, field, value before and value after
     */
    private String history(String changes) {
        return entity == HsdsEntity.METADATA
                ? ""
                : """
                        , remembered as (
                        insert into metadata (id, resource_id, resource_type, last_action_date, last_action_type, field_name,
                                              previous_value, replacement_value, updated_by, x_source)
                        select uuidv7(), (h.row ->> 'id')::uuid, '%1$s', (now() at time zone 'UTC')::date, h.kind, h.field, h.before,
                               h.after, '%2$s' || (h.row ->> 'x_source'), '%3$s'
                          from (%4$s) h (kind, row, field, before, after))""".formatted(entity.table(),
                        Provenance.ofImport(""), Provenance.SOURCE, changes);
    }

    /** When something was changed says the history itself. */
    private String tracked() {
        return Stream.concat(entity.columns().stream().map(HsdsColumn::name), Stream.of("x_vanished_at"))
                .filter(name -> !Set.of("last_modified", "updated").contains(name))
                .map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private String leaveOut(String condition) {
        return "update directory_import_row r set left_out = true where " + taken() + " and (" + condition
                + ") returning r.file, r.line";
    }

    private String dangling(HsdsColumn column) {
        return dangling(column, "");
    }

    /** @param counted which rows of the directory count */
    private String dangling(HsdsColumn column, String counted) {
        return """
                (jsonb_exists(r.row, '%2$s')
                 and not exists (select 1 from directory_import_row x where x.import_id = %1$s and x.entity = '%3$s'
                                    and x.row_id = (r.row ->> '%2$s')::uuid and not x.left_out)
                 and not exists (select 1 from "%3$s" x where x.id = (r.row ->> '%2$s')::uuid%4$s))"""
                .formatted(importId, column.name(), column.refersTo(), counted);
    }

    private String from() {
        return " from directory_import_row r cross join lateral jsonb_populate_record(null::" + table + ", r.row) p";
    }

    private String differs() {
        String present = entity.columns().stream().map(column -> "t.\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
        return "(" + present + ") is distinct from (" + kept() + ")";
    }

    private String kept() {
        return entity.columns().stream().map(this::kept).collect(Collectors.joining(", "));
    }

    /** What the suite adds to HSDS stays as it is when a source does not tell it, as most do not. */
    private String kept(HsdsColumn column) {
        String name = column.name();
        if (entity == HsdsEntity.SERVICE_CAPACITY && Stream.of("available", "updated").anyMatch(name::equals)) {
            return "case when " + COUNTED_HERE + " then t." + name + " else p." + name + " end";
        }
        if (column.isStandard() || name.equals("x_placeholder")) {
            return value(column);
        }
        return "case when jsonb_exists(r.row, '" + name + "') then " + value(column) + " else t." + name + " end";
    }

    private static String value(HsdsColumn column) {
        String value = "p.\"" + column.name() + "\"";
        return column.type() == HsdsType.BOOLEAN ? "coalesce(" + value + ", false)" : value;
    }

    private static String names(List<HsdsColumn> columns) {
        return columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
    }
}
