package org.alongside.referral.datapackage;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.code.Coded;
import org.alongside.referral.datapackage.api.ImportFile;
import org.alongside.referral.datapackage.api.ImportIssue;
import org.alongside.referral.datapackage.api.ImportView;
import org.alongside.referral.datapackage.api.IssueCount;
import org.hibernate.Session;
import org.postgresql.PGConnection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Imports, their reports and the rows on their way in. */
@ApplicationScoped
class ImportRepository {

    private static final String COPY = "copy directory_import_row (import_id, entity, row_id, source_id, file, line, row, told,"
            + " left_out) from stdin (format csv)";
    private static final String REGISTER = """
            insert into directory_import (id, source, status, step, started_by, created_at, beat_at)
            values (?, ?, 'running', 'receiving', ?, ?, ?)""";
    private static final String GIVE_UP = "update directory_import set status = 'failed', ended_at = ?, refusal = ?"
            + " where status = 'running' and beat_at < ?";
    private static final String FORGET = """
            delete from directory_import_row r
             where not exists (select 1 from directory_import i where i.id = r.import_id and i.status = 'running')""";
    private static final String COUNT = """
            insert into directory_import_count (import_id, code, issues) values (?, ?, ?)
            on conflict (import_id, code) do update set issues = directory_import_count.issues + excluded.issues""";
    private static final String KEEP = """
            insert into directory_import_issue (import_id, code, file, line, field, detail) values (?, ?, ?, ?, ?, ?)""";
    private static final String KEPT = "select count(*) from directory_import_issue where import_id = ?";
    private static final String PROGRESS = """
            insert into directory_import_file (import_id, file, rows) values (?, ?, ?)
            on conflict (import_id, file) do update set rows = excluded.rows""";
    private static final String ISSUES = """
            select * from directory_import_issue where import_id = ? and id > ? and (?::text is null or code = ?)
             order by id limit ?""";
    private static final String VIEW = "select * from directory_import where id = ?";

    private final EntityManager entities;
    private final ObjectMapper json;

    ImportRepository(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    void register(UUID id, String source, String startedBy, Instant now) {
        run(REGISTER, id, source, startedBy, at(now), at(now));
    }

    /** Ends what no process works at any more, and forgets the rows of it. */
    void giveUp(Instant now, Instant silentSince, String why) {
        if (run(GIVE_UP, at(now), why, at(silentSince)) > 0) {
            run(FORGET);
        }
    }

    void beat(UUID id, Instant now) {
        run("update directory_import set beat_at = ? where id = ?", at(now), id);
    }

    void step(UUID id, String step, Instant now) {
        run("update directory_import set step = ?, beat_at = ? where id = ?", step, at(now), id);
    }

    /** @return whether it was still running: otherwise it was given up meanwhile, and stays so */
    boolean end(UUID id, ImportStatus status, String refusal, Instant now) {
        run("delete from directory_import_row where import_id = ?", id);
        return run("update directory_import set status = ?, refusal = ?, step = 'ended', ended_at = ? where id = ?"
                + " and status = 'running'", status.code(), refusal, at(now), id) > 0;
    }

    void counted(UUID id, long added, long changed, long unchanged, long vanished) {
        run("update directory_import set added = ?, changed = ?, unchanged = ?, vanished = ? where id = ?", added,
                changed,
                unchanged, vanished, id);
    }

    void progress(UUID id, Map<String, Long> rows) {
        rows.forEach((file, count) -> run(PROGRESS, id, file, count));
    }

    void stage(UUID id, List<StagedRow> rows) {
        String lines = rows.stream().map(row -> line(id, row)).collect(Collectors.joining());
        session().doWork(connection -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(lines));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    /** Counts all, and keeps as many as there is room for. */
    void report(UUID id, List<Issue> issues, int most) {
        Map<IssueCode, Long> counts = issues.stream()
                .collect(Collectors.groupingBy(Issue::code, Collectors.counting()));
        counts.forEach((code, count) -> run(COUNT, id, code.code(), count));
        if (issues.isEmpty()) {
            return;
        }
        long room = Math.max(0, most - number(KEPT, id));
        runEach(KEEP, issues.stream().limit(room).map(issue -> new Object[]{id, issue.code().code(), issue.file(),
                issue.line(), issue.field(), issue.detail()}));
    }

    /**
     * Runs a statement that gives file and line of the rows that it hit, and reports each.
     *
     * @return how many there were
     */
    long found(UUID id, IssueCode code, String field, int most, String hits, Object... parameters) {
        String sql = """
                with hit as (%s), kept as (
                    insert into directory_import_issue (import_id, code, file, line, field)
                    select '%2$s'::uuid, '%3$s', file, line, ? from hit limit ?),
                counted as (
                    insert into directory_import_count (import_id, code, issues)
                    select '%2$s'::uuid, '%3$s', count(*) from hit having count(*) > 0
                    on conflict (import_id, code) do update set issues = directory_import_count.issues + excluded.issues)
                select count(*) from hit""".formatted(hits, id, code.code());
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.add(field);
        all.add(Math.max(0, most - number(KEPT, id)));
        return number(sql, all.toArray());
    }

    /** Has PostgreSQL look at a table that this transaction filled, so that it plans for what there is now. */
    void analyze(String table) {
        run("analyze " + table);
    }

    /**
     * Runs statements whose joins have all of the rows that wait on both sides. What one of their parts gives has no statistics:
     * PostgreSQL takes it for a handful, and a loop over it within a loop over it does not end.
     */
    void withoutLoops(Runnable statements) {
        run("set local enable_nestloop = off");
        statements.run();
        run("set local enable_nestloop = on");
    }

    /** @return how many rows it changed */
    long run(String sql, Object... parameters) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return (long) statement.executeUpdate();
            }
        });
    }

    /** Runs a statement once for each of the parameters, all of them in one message. */
    void runEach(String sql, Stream<Object[]> all) {
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] parameters : all.toList()) {
                    bind(statement, parameters);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    long number(String sql, Object... parameters) {
        return rows(sql, row -> row.getLong(1), parameters).get(0);
    }

    Optional<ImportView> view(UUID id) {
        return rows(VIEW, row -> new ImportView(id, row.getString("source"), row.getString("status"),
                row.getString("step"), time(row, "created_at"), time(row, "ended_at"), row.getString("refusal"),
                row.getLong("added"), row.getLong("changed"), row.getLong("unchanged"), row.getLong("vanished"),
                files(id), counts(id)), id).stream().findFirst();
    }

    /** @param only of one code; null for all */
    List<Found> issues(UUID id, String only, long after, int limit) {
        return rows(ISSUES, row -> {
            IssueCode code = Coded.stored(IssueCode.class, row.getString("code"));
            return new Found(row.getLong("id"),
                    new ImportIssue(code.severity().code(), code.code(), row.getString("file"),
                            row.getObject("line", Long.class), row.getString("field"), code.meaning(), code.remedy()));
        }, id, after, only, only, limit);
    }

    /** An issue with its place in the report. */
    record Found(long place, ImportIssue issue) {}

    <T> List<T> rows(String sql, Row<T> read, Object... parameters) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(read.of(rows));
                }
                return values;
            }
        });
    }

    private List<ImportFile> files(UUID id) {
        return rows("select file, rows from directory_import_file where import_id = ? order by file",
                row -> new ImportFile(row.getString(1), row.getLong(2)), id);
    }

    private List<IssueCount> counts(UUID id) {
        return rows("select code, issues from directory_import_count where import_id = ? order by code", row -> {
            IssueCode code = Coded.stored(IssueCode.class, row.getString(1));
            return new IssueCount(code.severity().code(), code.code(), row.getLong(2), code.meaning(), code.remedy());
        }, id).stream().sorted((a, b) -> Integer.compare(order(b), order(a))).toList();
    }

    private static int order(IssueCount count) {
        return Coded.stored(Severity.class, count.severity()).ordinal();
    }

    private String line(UUID id, StagedRow row) {
        return String.join(",", id.toString(), row.entity().table(), row.id().toString(), quoted(row.sourceId()),
                quoted(row.file()), Long.toString(row.line()), quoted(json(row.values())), quoted(json(row.told())),
                Boolean.toString(row.leftOut())) + "\n";
    }

    private String json(SortedMap<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String quoted(String value) {
        return value == null ? "" : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    /** Reads the present row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
