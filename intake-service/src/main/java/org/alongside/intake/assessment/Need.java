package org.alongside.intake.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.alongside.intake.assessment.api.Stance;
import org.alongside.intake.instrument.ProposedNeed;
import org.alongside.kit.code.Coded;
import org.alongside.kit.need.Urgency;

/** A need as codes, made when its assessment is completed and never changed. */
@Entity
@Table(name = "need")
class Need {

    static final String CLIENT_WORDS = "need.client_words";

    /** The client's order first; what the client did not rank follows by urgency and severity. */
    static final Comparator<Need> ORDER = Comparator
            .comparing(Need::priority, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Need::urgency, Comparator.reverseOrder())
            .thenComparing(Need::severity, Comparator.reverseOrder()).thenComparing(Need::category);

    private static final Set<String> SAFETY = Set.of("intimate-partner-violence", "elder-abuse");

    /** Of what one version says of the need. */
    @Id
    private UUID id;

    /** Of the need, the same in each version. */
    @Column(name = "need_id", nullable = false, updatable = false)
    private UUID needId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "assessment_id", nullable = false, updatable = false)
    private Assessment assessment;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

    @Column(nullable = false, updatable = false)
    private String category;

    @Column(nullable = false, updatable = false)
    private int severity;

    @Column(nullable = false, updatable = false)
    private String urgency;

    @Column(updatable = false)
    private Integer priority;

    @Column(name = "client_view", nullable = false, updatable = false)
    private String clientView;

    @Column(name = "client_words", updatable = false)
    private byte[] clientWords;

    @Column(name = "source_answers", nullable = false, updatable = false)
    private String[] sourceAnswers;

    protected Need() {}

    /**
     * @param priority    place in the client's order, from 1; null for none
     * @param clientWords what the client said to it, sealed; null for nothing
     */
    Need(UUID id, UUID needId, Assessment assessment, ProposedNeed proposal, Integer priority, Stance clientView,
            byte[] clientWords) {
        this.id = id;
        this.needId = needId;
        this.assessment = assessment;
        this.clientId = assessment.clientId();
        this.homeAgency = assessment.homeAgency();
        this.category = proposal.category();
        this.severity = proposal.severity();
        this.urgency = proposal.urgency().code();
        this.sourceAnswers = proposal.sourceAnswers().toArray(String[]::new);
        this.priority = priority;
        this.clientView = clientView.code();
        this.clientWords = clientWords;
    }

    UUID needId() {
        return needId;
    }

    String category() {
        return category;
    }

    int severity() {
        return severity;
    }

    Urgency urgency() {
        return Coded.stored(Urgency.class, urgency);
    }

    Integer priority() {
        return priority;
    }

    Stance clientView() {
        return Coded.stored(Stance.class, clientView);
    }

    byte[] clientWords() {
        return clientWords;
    }

    List<String> sourceAnswers() {
        return List.of(sourceAnswers);
    }

    boolean isImmediate() {
        return urgency() == Urgency.IMMEDIATE;
    }

    /** Whether the person has to fear someone today. */
    boolean isImmediateSafety() {
        return isImmediate() && SAFETY.contains(category);
    }
}
