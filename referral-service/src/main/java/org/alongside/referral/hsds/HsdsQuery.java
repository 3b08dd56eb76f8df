package org.alongside.referral.hsds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which entities a list holds: those the directory has at present, and of them those that all given conditions hold for. */
final class HsdsQuery {

    /** Mean radius of the earth in metres (IUGG). */
    private static final String DISTANCE = """
            2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(l.latitude - ?) / 2), 2)
                + cos(radians(?)) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ?) / 2), 2)))) <= ?""";

    private final HsdsEntity entity;
    private final StringBuilder where = new StringBuilder(" where t.x_vanished_at is null");
    private final List<Object> parameters = new ArrayList<>();

    private HsdsQuery(HsdsEntity entity) {
        this.entity = entity;
    }

    static HsdsQuery of(HsdsEntity entity) {
        return new HsdsQuery(entity);
    }

    /** Words of the name and the description, in the syntax of a web search; null for any. */
    HsdsQuery search(String words) {
        String column = entity == HsdsEntity.SERVICE_AT_LOCATION ? "s.x_words" : "t.x_words";
        return and(words, column + " @@ websearch_to_tsquery('simple', ?)", words);
    }

    HsdsQuery organization(UUID id) {
        String column = entity == HsdsEntity.SERVICE_AT_LOCATION ? "s.organization_id" : "t.organization_id";
        return and(id, column + " = ?", id);
    }

    HsdsQuery modifiedAfter(Instant time) {
        String changed = entity == HsdsEntity.SERVICE_AT_LOCATION
                ? "greatest(s.last_modified, s.x_modified_at, t.x_modified_at)"
                : "greatest(t.last_modified, t.x_modified_at)";
        return and(time, changed + " >= ?", time == null ? null : time.atOffset(ZoneOffset.UTC));
    }

    HsdsQuery term(UUID id) {
        return and(id, attribute("a.taxonomy_term_id = ?"), id);
    }

    HsdsQuery taxonomyOfTerms(UUID id) {
        return and(id, attribute("a.taxonomy_term_id in (select m.id from taxonomy_term m where m.taxonomy_id = ?)"),
                id);
    }

    HsdsQuery taxonomy(UUID id) {
        return and(id, "t.taxonomy_id = ?", id);
    }

    HsdsQuery parent(UUID id) {
        return and(id, "t.parent_id = ?", id);
    }

    HsdsQuery topOnly(boolean only) {
        return only ? and(true, "t.parent_id is null") : this;
    }

    /**
     * Places whose service area has the postal code, or may have it: whose area is not told, or is told in words. A confidential
     * place is not among them.
     */
    HsdsQuery covering(String postcode) {
        return and(postcode, """
                not l.x_confidential and (not exists (
                    select 1 from service_area_shown x where (x.service_id = s.id or x.service_at_location_id = t.id)
                       and x.x_vanished_at is null)
                or exists (
                    select 1 from service_area_shown x where (x.service_id = s.id or x.service_at_location_id = t.id)
                       and x.x_vanished_at is null
                       and (x.postal_codes @> array[postal_key(?)] or told_in_words(x.extent, x.postal_codes))))""",
                postcode);
    }

    /** Places at most so far from a point; null for anywhere. A confidential place is never among them. */
    HsdsQuery within(Centre centre, BigDecimal metres) {
        if (centre == null) {
            return this;
        }
        List<Object> values = new ArrayList<>(MapBox.around(centre, metres).parameters());
        values.addAll(List.of(centre.latitude(), centre.latitude(), centre.longitude(), metres));
        return and(centre, "not l.x_confidential and " + MapBox.condition() + " and " + DISTANCE, values.toArray());
    }

    String count() {
        return "select count(*)" + from() + where;
    }

    /** With two parameters more: limit and offset. */
    String page() {
        return "select t.id" + from() + where + " order by " + order() + " limit ? offset ?";
    }

    /** With two parameters more: the last id and the limit. */
    String after() {
        return "select t.id" + from() + where + " and t.id > ? order by t.id limit ?";
    }

    List<Object> parameters() {
        return parameters;
    }

    private HsdsQuery and(Object given, String condition, Object... values) {
        if (given != null) {
            where.append(" and (").append(condition).append(')');
            parameters.addAll(List.of(values));
        }
        return this;
    }

    private String from() {
        return entity == HsdsEntity.SERVICE_AT_LOCATION
                ? " from service_at_location t join service s on s.id = t.service_id and s.x_vanished_at is null"
                        + " join location_shown l on l.id = t.location_id and l.x_vanished_at is null"
                : " from " + entity.table() + " t";
    }

    private String order() {
        return entity == HsdsEntity.SERVICE_AT_LOCATION ? "s.name, t.id" : "t.name, t.id";
    }

    /** What a term is said of: the entity itself, for an organization and a service at a location its services as well. */
    private String attribute(String which) {
        String linked = switch (entity) {
            case ORGANIZATION ->
                "(a.link_id = t.id or a.link_id in (select s.id from service s where s.organization_id = t.id))";
            case SERVICE_AT_LOCATION -> "a.link_id in (t.id, s.id, l.id)";
            default -> "a.link_id = t.id";
        };
        return "exists (select 1 from attribute_shown a where a.x_vanished_at is null and " + linked + " and " + which
                + ")";
    }
}
