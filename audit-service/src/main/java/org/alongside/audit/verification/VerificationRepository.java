package org.alongside.audit.verification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.alongside.audit.verification.api.VerificationVerdict;
import org.alongside.audit.verification.api.VerificationView;
import org.alongside.kit.code.Coded;
import org.hibernate.Session;

@ApplicationScoped
class VerificationRepository {

    private static final String ADD = """
            insert into log_verification (id, verdict, size, checkpoint_size, findings, finding_kind, finding_entry, finished_at,
                                          verifier, reported_by, by_auditor, reported_at)
            values (:id, :verdict, :size, cast(:checkpoint as bigint), :findings, cast(:kind as text), cast(:entry as bigint),
                    :finished, :verifier, :by, :auditor, :reported)""";
    private static final String NEWEST = "select * from log_verification order by reported_at desc limit 1";
    private static final String TOUCHED = """
            select * from log_verification t where verdict = 'touched' and not exists (
                select from log_verification s where s.verdict = 'sound' and s.by_auditor and s.reported_at > t.reported_at
                   and s.checkpoint_size >= t.size)
             order by reported_at desc limit 1""";

    private final EntityManager entities;

    VerificationRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(VerificationView view) {
        session().createNativeMutationQuery(ADD).setParameter("id", view.id())
                .setParameter("verdict", view.verdict().code()).setParameter("size", view.size())
                .setParameter("checkpoint", view.checkpointSize(), Long.class)
                .setParameter("findings", view.findings()).setParameter("kind", view.findingKind(), String.class)
                .setParameter("entry", view.findingEntry(), Long.class).setParameter("finished", view.finishedAt())
                .setParameter("verifier", view.verifier()).setParameter("by", view.reportedBy())
                .setParameter("auditor", view.byAuditor()).setParameter("reported", view.reportedAt()).executeUpdate();
    }

    Optional<VerificationView> newest() {
        return first(NEWEST);
    }

    Optional<VerificationView> touched() {
        return first(TOUCHED);
    }

    private Optional<VerificationView> first(String sql) {
        return session().createNativeQuery(sql, Tuple.class).getResultStream().findFirst()
                .map(VerificationRepository::view);
    }

    private static VerificationView view(Tuple row) {
        return new VerificationView(row.get("id", UUID.class),
                Coded.stored(VerificationVerdict.class, row.get("verdict", String.class)), row.get("size", Long.class),
                row.get("checkpoint_size", Long.class), row.get("findings", Long.class),
                row.get("finding_kind", String.class), row.get("finding_entry", Long.class),
                row.get("finished_at", Instant.class), row.get("verifier", String.class),
                row.get("reported_by", String.class), row.get("by_auditor", Boolean.class),
                row.get("reported_at", Instant.class));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
