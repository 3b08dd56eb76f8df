package org.alongside.referral.hsds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How much of the directory a document holds. Each shape goes from its root down the members of entities and meets none again
 * that leads to it: the schemas have no circles, and the three members added here are cut where they would close one.
 */
enum DocumentShape {

    /** {@code service.json} */
    SERVICE(HsdsEntity.SERVICE, HsdsEntity::members),
    /** {@code service_list.json}: organization and program, each without what is nested in it. */
    SERVICE_LISTED(HsdsEntity.SERVICE, only(HsdsEntity.SERVICE)),
    /** {@code organization.json}, its services without what is nested in them. */
    ORGANIZATION(HsdsEntity.ORGANIZATION, entity -> switch (entity) {
        case ORGANIZATION -> withServices();
        case SERVICE -> List.of();
        default -> entity.members();
    }),
    /** {@code organization.json}, its services whole. */
    ORGANIZATION_FULL_SERVICE(HsdsEntity.ORGANIZATION, entity -> switch (entity) {
        case ORGANIZATION -> withServices();
        case SERVICE -> without(entity, "organization");
        default -> entity.members();
    }),
    /** {@code organization_list.json}: nothing nested. */
    ORGANIZATION_LISTED(HsdsEntity.ORGANIZATION, entity -> List.of()),
    /** {@code service_at_location.json} */
    SERVICE_AT_LOCATION(HsdsEntity.SERVICE_AT_LOCATION, entity -> switch (entity) {
        case SERVICE_AT_LOCATION -> withService();
        case SERVICE -> without(entity, "service_at_locations");
        default -> entity.members();
    }),
    /** {@code service_at_location_list.json}: location and service, of the latter its organization and program. */
    SERVICE_AT_LOCATION_LISTED(HsdsEntity.SERVICE_AT_LOCATION, entity -> switch (entity) {
        case SERVICE_AT_LOCATION -> withService().stream().filter(member -> !member.list()).toList();
        case SERVICE -> objects(entity);
        default -> List.of();
    }),
    /** {@code location.json} */
    LOCATION(HsdsEntity.LOCATION, HsdsEntity::members),
    /** {@code taxonomy.json} */
    TAXONOMY(HsdsEntity.TAXONOMY, HsdsEntity::members),
    /** {@code taxonomy_term.json} */
    TAXONOMY_TERM(HsdsEntity.TAXONOMY_TERM, HsdsEntity::members);

    private final HsdsEntity root;
    private final Map<HsdsEntity, List<HsdsMember>> members = new EnumMap<>(HsdsEntity.class);
    private final List<HsdsEntity> order;

    DocumentShape(HsdsEntity root, Function<HsdsEntity, List<HsdsMember>> members) {
        this.root = root;
        LinkedHashSet<HsdsEntity> left = new LinkedHashSet<>();
        descend(root, members, left);
        List<HsdsEntity> reversed = new ArrayList<>(left);
        Collections.reverse(reversed);
        this.order = List.copyOf(reversed);
    }

    HsdsEntity root() {
        return root;
    }

    List<HsdsMember> members(HsdsEntity entity) {
        return members.getOrDefault(entity, List.of());
    }

    /** The entities of the document, each after all in which it is nested. */
    List<HsdsEntity> order() {
        return order;
    }

    /** An entity is left when all below it have been: the reverse of that order has parents first. */
    private void descend(HsdsEntity entity, Function<HsdsEntity, List<HsdsMember>> all, Set<HsdsEntity> left) {
        if (members.containsKey(entity)) {
            return;
        }
        members.put(entity, all.apply(entity));
        members.get(entity).forEach(member -> descend(member.entity(), all, left));
        left.add(entity);
    }

    private static Function<HsdsEntity, List<HsdsMember>> only(HsdsEntity root) {
        return entity -> entity == root ? objects(entity) : List.of();
    }

    private static List<HsdsMember> objects(HsdsEntity entity) {
        return kept(entity, member -> !member.list());
    }

    private static List<HsdsMember> without(HsdsEntity entity, String name) {
        return kept(entity, member -> !member.name().equals(name));
    }

    private static List<HsdsMember> kept(HsdsEntity entity, Predicate<HsdsMember> wanted) {
        return entity.members().stream().filter(wanted).toList();
    }

    private static List<HsdsMember> withServices() {
        return plus(HsdsEntity.ORGANIZATION,
                new HsdsMember("services", HsdsEntity.SERVICE, true, "organization_id"));
    }

    private static List<HsdsMember> withService() {
        return plus(HsdsEntity.SERVICE_AT_LOCATION,
                new HsdsMember("service", HsdsEntity.SERVICE, false, "service_id"));
    }

    private static List<HsdsMember> plus(HsdsEntity entity, HsdsMember more) {
        List<HsdsMember> members = new ArrayList<>(entity.members());
        members.add(more);
        return members;
    }
}
