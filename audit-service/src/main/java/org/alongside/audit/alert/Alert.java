package org.alongside.audit.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.audit.alert.rule.Finding;
import org.alongside.audit.alert.rule.RuleCode;
import org.alongside.audit.alert.rule.Severity;
import org.alongside.kit.access.StoredRecord;
import org.alongside.kit.time.Ids;

/** Something in the access log that a person should look at, and what that person thought of it. */
@Entity
@Table(name = "alert")
class Alert implements StoredRecord {

    /** Indexes kept, the first half and the last; the log holds those between. */
    private static final int MOST_ENTRIES = 50;

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    @Convert(converter = RuleCodeColumn.class)
    private RuleCode rule;

    @Column(nullable = false, updatable = false)
    @Convert(converter = SeverityColumn.class)
    private Severity severity;

    @Column(nullable = false, updatable = false)
    private String explanation;

    @Column(nullable = false, updatable = false)
    private String actor;

    @Column(nullable = false, updatable = false)
    private UUID agency;

    @Column(updatable = false)
    private UUID client;

    @Column(name = "home_agency", updatable = false)
    private UUID homeAgency;

    @Column(nullable = false)
    private List<Long> entries;

    @Column(nullable = false)
    private int occurrences;

    @Column(name = "first_seen", nullable = false)
    private Instant firstSeen;

    @Column(name = "last_seen", nullable = false)
    private Instant lastSeen;

    @Column(name = "raised_at", nullable = false, updatable = false)
    private Instant raisedAt;

    @Column(nullable = false)
    @Convert(converter = AlertStatusColumn.class)
    private AlertStatus status = AlertStatus.OPEN;

    @Convert(converter = VerdictColumn.class)
    private Verdict verdict;

    @Convert(converter = GroundColumn.class)
    private Ground ground;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(nullable = false)
    private boolean learned;

    @Column(name = "escalated_at")
    private Instant escalatedAt;

    @Version
    private long version;

    protected Alert() {}

    Alert(Finding finding, Instant now) {
        this.id = Ids.next();
        this.rule = finding.rule();
        this.severity = finding.rule().severity();
        this.explanation = finding.explanation();
        this.actor = finding.actor();
        this.agency = finding.agency();
        this.client = finding.client();
        this.homeAgency = finding.homeAgency();
        this.entries = List.copyOf(finding.entries());
        this.occurrences = finding.entries().size();
        this.firstSeen = finding.at();
        this.lastSeen = finding.at();
        this.raisedAt = now;
    }

    /** Whether a further finding of the same kind belongs to it. */
    boolean takes(Finding finding, Duration window) {
        return status == AlertStatus.OPEN && !finding.at().isAfter(lastSeen.plus(window));
    }

    void add(Finding finding) {
        List<Long> more = new ArrayList<>(entries);
        more.addAll(finding.entries());
        if (more.size() > MOST_ENTRIES) {
            more.subList(MOST_ENTRIES / 2, more.size() - MOST_ENTRIES / 2).clear();
        }
        entries = more;
        occurrences += finding.entries().size();
        firstSeen = finding.at().isBefore(firstSeen) ? finding.at() : firstSeen;
        lastSeen = finding.at().isAfter(lastSeen) ? finding.at() : lastSeen;
    }

    /** @throws org.alongside.kit.problem.Problem {@code conflicting-state} when it was reviewed before */
    void review(Verdict newVerdict, Ground newGround, String reviewer, Instant now) {
        status = status.to(AlertStatus.REVIEWED);
        verdict = newVerdict;
        ground = newGround;
        reviewedBy = reviewer;
        reviewedAt = now;
    }

    /** Nobody has reviewed this emergency access in time: says so in a finding of its own. */
    Finding escalate(Instant now) {
        escalatedAt = now;
        return new Finding(RuleCode.UNREVIEWED_EMERGENCY, actor, agency, client, homeAgency, firstSeen, entries,
                "Nobody has reviewed the emergency access of alert " + id + " in time.");
    }

    RuleCode rule() {
        return rule;
    }

    Severity severity() {
        return severity;
    }

    String explanation() {
        return explanation;
    }

    String actor() {
        return actor;
    }

    UUID agency() {
        return agency;
    }

    /** {@code null} when it is about the actor's conduct as a whole. */
    UUID client() {
        return client;
    }

    UUID homeAgency() {
        return homeAgency;
    }

    List<Long> entries() {
        return entries;
    }

    int occurrences() {
        return occurrences;
    }

    Instant firstSeen() {
        return firstSeen;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    AlertStatus status() {
        return status;
    }

    Verdict verdict() {
        return verdict;
    }

    Ground ground() {
        return ground;
    }

    String reviewedBy() {
        return reviewedBy;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }

    @Override
    public String recordType() {
        return "alert";
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
