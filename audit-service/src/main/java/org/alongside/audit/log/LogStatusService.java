package org.alongside.audit.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.alongside.audit.checkpoint.Checkpoints;
import org.alongside.audit.cosignature.Cosignatures;
import org.alongside.audit.log.api.LogStatus;
import org.alongside.audit.log.api.LogStatus.CheckpointStatus;
import org.alongside.audit.log.api.LogStatus.MonthStatus;
import org.alongside.audit.log.api.LogStatus.OpenGap;
import org.alongside.audit.log.api.LogStatus.Range;
import org.alongside.audit.log.api.LogStatus.SealingStatus;
import org.alongside.audit.log.api.LogStatus.SourceStatus;
import org.alongside.audit.log.api.LogStatus.WitnessStatus;
import org.alongside.audit.verification.Verifications;
import org.hibernate.Session;

/** How long the log is, how far it has got with each source, and what is missing. */
@ApplicationScoped
@Transactional
public class LogStatusService {

    private static final String HEAD = "select size, latest, clock_timestamp(), holds_in_force() from log_head";
    private static final String SOURCES = "select source, epoch, last_sequence from source_position order by source, epoch";
    private static final String GAPS = """
            select source, epoch, from_sequence, to_sequence, found_at, lower(missed), upper(missed) - 1
              from log_gap, unnest(missing) as missed
             where filled_at is null order by source, epoch, from_sequence, missed""";
    private static final String MONTHS = """
            select nullif(begins, '-infinity'), ends, due_since, removed_at, first_index, end_index - 1 from log_month order by begins""";

    private final EntityManager entities;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final Verifications verifications;
    private final SealingClock clock;

    LogStatusService(EntityManager entities, Checkpoints checkpoints, Cosignatures cosignatures,
            Verifications verifications, SealingClock clock) {
        this.entities = entities;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.verifications = verifications;
        this.clock = clock;
    }

    public LogStatus read() {
        Object[] head = rows(HEAD).get(0);
        long size = (Long) head[0];
        Map<String, List<OpenGap>> gaps = gaps();
        List<SourceStatus> sources = rows(SOURCES).stream()
                .map(row -> new SourceStatus((String) row[0], (Integer) row[1], (Long) row[2],
                        gaps.getOrDefault(place(row), List.of())))
                .toList();
        CheckpointStatus checkpoint = checkpoints.newest()
                .map(newest -> new CheckpointStatus(newest.size(), newest.signedAt(), newest.note())).orElse(null);
        return new LogStatus(size, size == 0 ? null : size - 1, sealing((Instant) head[1], (Instant) head[2]),
                checkpoint, verifications.newest().orElse(null), verifications.touched().orElse(null), witnesses(),
                sources, months(), (Long) head[3]);
    }

    private SealingStatus sealing(Instant last, Instant databaseTime) {
        return new SealingStatus(clock.state(last, databaseTime), last.equals(Instant.EPOCH) ? null : last);
    }

    private List<WitnessStatus> witnesses() {
        return cosignatures.seen().stream()
                .map(seen -> new WitnessStatus(seen.witness(), seen.size(), seen.receivedAt())).toList();
    }

    private List<MonthStatus> months() {
        return rows(MONTHS).stream().map(row -> new MonthStatus((Instant) row[0], (Instant) row[1], (Instant) row[2],
                (Instant) row[3], (Long) row[4], (Long) row[5])).toList();
    }

    /** By source and epoch. */
    private Map<String, List<OpenGap>> gaps() {
        Map<String, List<OpenGap>> gaps = new LinkedHashMap<>();
        for (Object[] row : rows(GAPS)) {
            List<OpenGap> ofSource = gaps.computeIfAbsent(place(row), place -> new ArrayList<>());
            if (ofSource.isEmpty() || ofSource.get(ofSource.size() - 1).from() != (Long) row[2]) {
                ofSource.add(new OpenGap((Long) row[2], (Long) row[3], new ArrayList<>(), (Instant) row[4]));
            }
            ofSource.get(ofSource.size() - 1).missing().add(new Range((Long) row[5], (Long) row[6]));
        }
        return gaps;
    }

    private static String place(Object[] row) {
        return row[0] + " " + row[1];
    }

    private List<Object[]> rows(String sql) {
        return entities.unwrap(Session.class).createNativeQuery(sql, Object[].class).getResultList();
    }
}
