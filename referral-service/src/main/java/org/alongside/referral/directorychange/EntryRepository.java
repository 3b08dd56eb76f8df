package org.alongside.referral.directorychange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.alongside.kit.time.Ids;
import org.alongside.referral.directorychange.ChangedFields.Values;
import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.Provenance;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes single rows of the directory, whatever their entity; SQL, because all of it follows from {@link HsdsEntity}. */
@ApplicationScoped
class EntryRepository {

    /** What an entry hangs on, the nearest to its organization first. */
    private static final List<HsdsEntity> PARENTS = List.of(HsdsEntity.ORGANIZATION, HsdsEntity.SERVICE,
            HsdsEntity.LOCATION, HsdsEntity.SERVICE_AT_LOCATION, HsdsEntity.CONTACT, HsdsEntity.PHONE);
    /** Nobody waits for an import that is at work on the entry; times are written in one way, whatever zone the process is in. */
    private static final String SETTINGS = "select set_config('lock_timeout', '1s', true), set_config('timezone', 'UTC', true)";
    private static final String ROW = """
            select f.key, f.value from (select * from "%s" where id = :id %s) t
             cross join lateral jsonb_each_text(to_jsonb(t)) f where f.value is not null""";
    private static final String AS_STORED = """
            select f.key, f.value from jsonb_each_text(to_jsonb(jsonb_populate_record(null::"%s", cast(:values as jsonb)))) f
             where f.value is not null""";
    private static final String OWNER = "select cast(x_agency_id as text) as agency from organization where id = :id";
    private static final String HIDDEN = "select is_hidden(:id) as hidden";
    private static final String OVERRIDE = """
            insert into directory_override (entity, row_id, field, told) values (:entity, :id, :field, cast(:told as text))
            on conflict do nothing""";
    private static final String HISTORY = """
            insert into metadata (id, resource_id, resource_type, last_action_date, last_action_type, field_name, previous_value,
                                  replacement_value, updated_by, x_source)
            values (:id, :resource, :entity, :day, 'update', :field, :before, :after, :by, :source)""";
    private static final String SERVICES = """
            select id from service where organization_id = :organization
            union select service_id from service_at_location where location_id = :id
            union select link_id from attribute where taxonomy_term_id = :id""";

    private final EntityManager entities;
    private final ObjectMapper json;

    EntryRepository(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** Nobody else changes it before this transaction ends. Empty when there is none. */
    Optional<Entry> lock(HsdsEntity entity, UUID id) {
        return find(entity, id, "for update");
    }

    /** What a change is about: entries are never deleted. */
    Entry require(DirectoryChange change) {
        return find(HsdsEntity.named(change.entity()), change.entryId(), "").orElseThrow();
    }

    /** Values as the table would hold them and {@link Entry#values} shows them. */
    Map<String, String> asStored(HsdsEntity entity, Map<String, String> values) {
        Map<String, String> stored = new HashMap<>();
        query(AS_STORED.formatted(entity.table())).setParameter("values", written(values)).getResultList()
                .forEach(field -> stored.put(field.get(0, String.class), field.get(1, String.class)));
        return stored;
    }

    /** Writes new values of an entry, keeps them from the next import, and says in its history who made them. */
    void write(Entry entry, ChangedFields change, UUID agency, Instant now) {
        Collection<String> names = change.fields().keySet();
        Map<String, String> after = new HashMap<>();
        change.fields().forEach((name, values) -> after.put(name, values.after()));
        query("update \"%1$s\" t set x_modified_at = now(), %2$s from jsonb_populate_record(null::\"%1$s\", cast(:values as jsonb)) p"
                .formatted(entry.entity().table(),
                        names.stream().map(name -> "\"%1$s\" = p.\"%1$s\"".formatted(name))
                                .collect(Collectors.joining(", ")))
                + " where t.id = :id").setParameter("values", written(after)).setParameter("id", entry.id())
                .executeUpdate();
        change.fields().forEach((name, values) -> {
            keep(entry, name, values.before());
            remember(entry, name, values, agency, now);
        });
        touchService(entry);
    }

    /** Services whose offer, place or terms an entry is part of. */
    List<UUID> services(Entry entry) {
        return query(SERVICES).setParameter("organization", entry.organizationId()).setParameter("id", entry.id())
                .getResultStream().map(row -> row.get(0, UUID.class)).toList();
    }

    private Optional<Entry> find(HsdsEntity entity, UUID id, String lock) {
        query(SETTINGS).getSingleResult();
        Map<String, String> row = row(entity, id, lock);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        UUID organization = organization(entity, row).orElse(null);
        return Optional.of(new Entry(entity, id, organization, owner(organization), isHidden(id), row));
    }

    private Map<String, String> row(HsdsEntity entity, UUID id, String lock) {
        Map<String, String> row = new HashMap<>();
        query(ROW.formatted(entity.table(), lock)).setParameter("id", id).getResultList()
                .forEach(field -> row.put(field.get(0, String.class), field.get(1, String.class)));
        return row;
    }

    private Optional<UUID> organization(HsdsEntity entity, Map<String, String> row) {
        if (entity == HsdsEntity.ORGANIZATION) {
            return Optional.of(UUID.fromString(row.get("id")));
        }
        if (entity == HsdsEntity.ATTRIBUTE) {
            return HsdsEntity.find(row.get("link_entity")).flatMap(parent -> above(parent, row.get("link_id")));
        }
        return PARENTS.stream().filter(parent -> entity.column(parent.table() + "_id").isPresent())
                .flatMap(parent -> above(parent, row.get(parent.table() + "_id")).stream()).findFirst();
    }

    private Optional<UUID> above(HsdsEntity parent, String id) {
        if (id == null) {
            return Optional.empty();
        }
        Map<String, String> row = row(parent, UUID.fromString(id), "");
        return row.isEmpty() ? Optional.empty() : organization(parent, row);
    }

    private UUID owner(UUID organization) {
        return query(OWNER).setParameter("id", organization).getResultStream()
                .map(row -> row.get("agency", String.class)).filter(agency -> agency != null).map(UUID::fromString)
                .findFirst().orElse(null);
    }

    private boolean isHidden(UUID id) {
        return query(HIDDEN).setParameter("id", id).getSingleResult().get("hidden", Boolean.class);
    }

    /** What the source told stays as it was first known: a second change here does not make the first one the source's. */
    private void keep(Entry entry, String field, String before) {
        if (entry.values().containsKey("x_source")) {
            query(OVERRIDE).setParameter("entity", entry.entity().table()).setParameter("id", entry.id())
                    .setParameter("field", field).setParameter("told", before).executeUpdate();
        }
    }

    private void remember(Entry entry, String field, Values values, UUID agency, Instant now) {
        query(HISTORY).setParameter("id", Ids.next()).setParameter("resource", entry.id())
                .setParameter("entity", entry.entity().table())
                .setParameter("day", LocalDate.ofInstant(now, ZoneOffset.UTC)).setParameter("field", field)
                .setParameter("before", values.before() == null ? "" : values.before())
                .setParameter("after", values.after() == null ? "" : values.after())
                .setParameter("by", Provenance.of(agency)).setParameter("source", Provenance.SOURCE).executeUpdate();
    }

    /** A service has changed when what belongs to it has. */
    private void touchService(Entry entry) {
        Optional<HsdsColumn> service = entry.entity().column("service_id");
        if (service.isPresent() && entry.values().containsKey("service_id")) {
            query("update service set x_modified_at = now() where id = :id")
                    .setParameter("id", UUID.fromString(entry.values().get("service_id"))).executeUpdate();
        }
    }

    private String written(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }
}
