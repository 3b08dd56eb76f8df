package org.alongside.referral.datapackage;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import org.alongside.kit.problem.StorableText;
import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.HsdsType;

/** Reads each value by the type of its column and each id as a UUID, and says what it could not read. */
final class RowReader {

    /** Columns that are the rule of a schedule: it has all of them as told, or it is none. */
    private static final Set<String> RULE = Set.of("freq", "interval", "count", "wkst", "until", "dtstart",
            "valid_from",
            "valid_to");

    /** Says of a place that where it is must not be known. */
    static final String CONFIDENTIAL = "x_confidential";
    /** Characters of an id, of the row itself or of another. */
    private static final int LONGEST_ID = 500;

    private final SourceIds ids;
    private final ImportConfig limits;
    private final Translation translation;
    private final Consumer<Issue> issues;
    private final Consumer<StagedRow> rows;

    RowReader(SourceIds ids, ImportConfig limits, Consumer<Issue> issues, Consumer<StagedRow> rows) {
        this.ids = ids;
        this.limits = limits;
        this.translation = new Translation(ids, issues);
        this.issues = issues;
        this.rows = rows;
    }

    void read(SourceRow told) {
        translation.of(told).forEach(row -> rows.accept(new Row(row).staged()));
    }

    /** One row being read. */
    private final class Row {

        private final SourceRow source;
        private final SortedMap<String, String> values = new TreeMap<>();
        private final SortedMap<String, String> told = new TreeMap<>();
        private boolean leftOut;

        Row(SourceRow source) {
            this.source = source;
        }

        StagedRow staged() {
            source.entity().columns().forEach(this::read);
            if (source.entity() == HsdsEntity.SCHEDULE && !leftOut) {
                Recurrence.fault(values).ifPresent(this::refuseSchedule);
            }
            String id = id();
            UUID uuid = id == null ? ids.ofContent(source.entity(), values) : ids.of(source.entity(), id);
            return new StagedRow(source.entity(), uuid, id, source.file(), source.line(), values, told, leftOut);
        }

        /** Null when the source gives none, or one that cannot be stored. */
        private String id() {
            String id = source.values().get("id");
            if (id == null) {
                return null;
            }
            if (id.length() > LONGEST_ID) {
                found(IssueCode.TEXT_TOO_LONG, "id");
                return null;
            }
            Optional<String> storable = StorableText.of(id);
            if (storable.isEmpty()) {
                found(IssueCode.VALUE_LEFT_OUT, "id");
            }
            return storable.orElse(null);
        }

        private void read(HsdsColumn column) {
            String value = source.values().get(column.name());
            if (value == null) {
                return;
            }
            if (column.name().equals(CONFIDENTIAL)) {
                confidential(column, value);
            } else if (value.length() > longest(column)) {
                found(IssueCode.TEXT_TOO_LONG, column.name());
            } else if (column.type() == HsdsType.UUID) {
                reference(column, value);
            } else {
                value(column, value);
            }
        }

        private int longest(HsdsColumn column) {
            return column.type() == HsdsType.UUID
                    ? LONGEST_ID
                    : Math.min(limits.maxTextLength(), Values.longest(column));
        }

        private void value(HsdsColumn column, String told) {
            Optional<String> value = Values.read(column.type(), told).filter(text -> !text.isEmpty());
            if (value.isPresent()) {
                values.put(column.name(), value.get());
                sayWhatChanged(column, told, value.get());
            } else if (source.entity() == HsdsEntity.SCHEDULE && RULE.contains(column.name())) {
                refuseSchedule(column.name());
            } else {
                found(IssueCode.VALUE_LEFT_OUT, column.name());
            }
        }

        /** Where a place is stays untold unless it is beyond doubt that it may be. */
        private void confidential(HsdsColumn column, String told) {
            Optional<String> value = Values.read(column.type(), told);
            values.put(column.name(), value.orElse("true"));
            if (value.isEmpty()) {
                found(IssueCode.TAKEN_FOR_CONFIDENTIAL, column.name());
            }
        }

        private void sayWhatChanged(HsdsColumn column, String told, String value) {
            if (column.type() == HsdsType.TEXT && Values.hasMarkup(told)) {
                found(IssueCode.HTML_REMOVED, column.name());
            } else if (column.type() == HsdsType.URI && !value.equals(told)) {
                found(IssueCode.VALUE_NORMALISED, column.name());
            }
        }

        private void reference(HsdsColumn column, String told) {
            Optional<UUID> id = StorableText.of(told).flatMap(storable -> column.reference()
                    .or(() -> entityBeside(column)).map(entity -> ids.of(entity, storable))
                    .or(() -> SourceIds.asUuid(storable)));
            if (id.isEmpty()) {
                found(IssueCode.VALUE_LEFT_OUT, column.name());
                return;
            }
            values.put(column.name(), id.get().toString());
            if (SourceIds.asUuid(told).isEmpty()) {
                this.told.put(column.name(), told);
            }
        }

        /** What an attribute or a change belongs to says the column beside the id. */
        private Optional<HsdsEntity> entityBeside(HsdsColumn column) {
            return switch (column.name()) {
                case "link_id" -> HsdsEntity.find(source.values().getOrDefault("link_entity", ""));
                case "resource_id" -> HsdsEntity.find(source.values().getOrDefault("resource_type", ""));
                default -> Optional.empty();
            };
        }

        private void refuseSchedule(String column) {
            leftOut = true;
            found(IssueCode.BAD_SCHEDULE, column);
        }

        private void found(IssueCode code, String column) {
            issues.accept(new Issue(code, source.file(), source.line(), source.field(column), null));
        }
    }
}
