package org.alongside.audit.conflict;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.kit.access.StoredRecord;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.time.Ids;

/** That a worker of an agency stands close to a client outside work. Kept by that agency, whose client or not. */
@Entity
@Table(name = "conflict_declaration")
class ConflictDeclaration implements StoredRecord {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID agency;

    @Column(nullable = false, updatable = false)
    private String worker;

    @Column(nullable = false, updatable = false)
    private UUID client;

    @Column(nullable = false, updatable = false)
    @Convert(converter = RelationColumn.class)
    private Relation relation;

    @Column(name = "declared_by", nullable = false, updatable = false)
    private String declaredBy;

    @Column(name = "declared_at", nullable = false, updatable = false)
    private Instant declaredAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Version
    private long version;

    protected ConflictDeclaration() {}

    ConflictDeclaration(UUID agency, String worker, UUID client, Relation relation, String declaredBy, Instant now) {
        this.id = Ids.next();
        this.agency = agency;
        this.worker = worker;
        this.client = client;
        this.relation = relation;
        this.declaredBy = declaredBy;
        this.declaredAt = now;
    }

    /** @throws Problem {@code conflicting-state} when it was withdrawn before */
    void withdraw(Instant now) {
        if (withdrawnAt != null) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The declaration has been withdrawn.");
        }
        withdrawnAt = now;
    }

    UUID agency() {
        return agency;
    }

    String worker() {
        return worker;
    }

    UUID client() {
        return client;
    }

    Relation relation() {
        return relation;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Override
    public String recordType() {
        return "conflict-declaration";
    }

    @Override
    public UUID recordId() {
        return id;
    }

    @Override
    public long recordVersion() {
        return version;
    }
}
