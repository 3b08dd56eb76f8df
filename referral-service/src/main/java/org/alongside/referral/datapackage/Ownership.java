package org.alongside.referral.datapackage;

import java.util.Set;
import java.util.UUID;

import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;

/**
 * The statements that keep a source to its own entries: what it tells hangs on nothing that another source told, and its history
 * is its own. {@code r} is a row of the import.
 */
final class Ownership {

    /** What sources share, so that one can speak in the words of another. */
    private static final Set<HsdsEntity> SHARED = Set.of(HsdsEntity.TAXONOMY, HsdsEntity.TAXONOMY_TERM,
            HsdsEntity.UNIT);
    /** What a place is confidential through. */
    private static final Set<HsdsEntity> PLACES = Set.of(HsdsEntity.LOCATION, HsdsEntity.SERVICE_AT_LOCATION,
            HsdsEntity.CONTACT, HsdsEntity.PHONE);
    private static final String TAKEN = "r.import_id = '%s'::uuid and r.entity = '%s' and not r.left_out";

    private final HsdsEntity entity;
    private final String importId;
    private final String taken;

    Ownership(HsdsEntity entity, UUID importId) {
        this.entity = entity;
        this.importId = "'" + importId + "'::uuid";
        this.taken = TAKEN.formatted(importId, entity.table());
    }

    /**
     * Whether a row with another's entry in the column hangs on that. Services of one source can be offered at places that another
     * tells: they show with the service, not with the place.
     */
    boolean hangs(HsdsColumn column) {
        boolean shared = column.reference().filter(SHARED::contains).isPresent();
        boolean offered = entity == HsdsEntity.SERVICE_AT_LOCATION && column.name().equals("location_id");
        return isLink(column) && !shared && !offered;
    }

    /** Rows that would hang on what another source told; two parameters, both the source. A placeholder is anybody's. */
    String foreign(HsdsColumn column) {
        String owner = column.refersTo() == null
                ? "directory_entry x where true"
                : "\"" + column.refersTo() + "\" x where "
                        + (column.reference().orElseThrow() == HsdsEntity.ORGANIZATION
                                ? "not x.x_placeholder"
                                : "true");
        return """
                update directory_import_row r set left_out = true
                 where %1$s and jsonb_exists(r.row, '%2$s')
                   and exists (select 1 from %3$s and x.id = (r.row ->> '%2$s')::uuid and x.x_source <> ?)
                   and not exists (select 1 from "%4$s" t where t.id = r.row_id and t.x_source <> ?)
                returning r.file, r.line""".formatted(taken, column.name(), owner, entity.table());
    }

    /** Whether a row must not do without what is in the column when that was left out: it may be confidential. */
    boolean isPlace(HsdsColumn column) {
        return column.reference().filter(PLACES::contains).isPresent();
    }

    /** Rows that hang on a row of this import that was left out and is not known either. */
    String withoutPlace(HsdsColumn column) {
        return """
                update directory_import_row r set left_out = true
                 where %1$s and jsonb_exists(r.row, '%2$s')
                   and exists (select 1 from directory_import_row x where x.import_id = %3$s and x.entity = '%4$s'
                                  and x.row_id = (r.row ->> '%2$s')::uuid and x.left_out)
                   and not exists (select 1 from "%4$s" x where x.id = (r.row ->> '%2$s')::uuid)
                returning r.file, r.line""".formatted(taken, column.name(), importId, column.refersTo());
    }

    /** History that claims to be of an agency, of the suite or of another source; two parameters: author, and source. */
    String authors() {
        return """
                update directory_import_row r set row = r.row || jsonb_build_object('updated_by', a.author)
                  from (select ?::text as author) a
                 where %s and r.row ->> 'updated_by' ~* '^(alongside$|agency:|import:)' and r.row ->> 'updated_by' <> a.author
                   and not exists (select 1 from metadata t where t.id = r.row_id and t.x_source <> ?)
                returning r.file, r.line""".formatted(taken);
    }

    /** An agency that others belong to is no place where they show. */
    private boolean isLink(HsdsColumn column) {
        return column.refersTo() != null && !column.name().equals("parent_organization_id")
                || column.name().equals("link_id") || column.name().equals("resource_id");
    }
}
