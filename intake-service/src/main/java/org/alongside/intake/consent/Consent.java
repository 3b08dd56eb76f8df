package org.alongside.intake.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.intake.consent.api.ProposeConsent;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.record.ClientEntity;

/** What a client agreed to share: with whom, which parts, for what, until when. */
@Entity
@Table(name = "consent")
public class Consent extends ClientEntity {

    static final String GIVEN = "consent.given";
    static final String TEXT = "consent.text";
    static final String ENDED_WORDS = "consent.ended_words";

    @Column(nullable = false)
    @Convert(converter = ConsentStatusColumn.class)
    private ConsentStatus status = ConsentStatus.PROPOSED;

    @Column(nullable = false, updatable = false)
    private UUID[] recipients;

    /** Each a recipient and the token subject of a worker there, with a space between. */
    @Column(name = "recipient_workers", nullable = false, updatable = false)
    private String[] recipientWorkers;

    @Column(nullable = false, updatable = false)
    private String[] parts;

    @Column(nullable = false, updatable = false)
    private String[] categories;

    @Column(nullable = false, updatable = false)
    private String[] purposes;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private Instant validFrom;

    @Column(name = "valid_until", nullable = false, updatable = false)
    private Instant validUntil;

    /** How it was given, sealed: a proxy's relation is personal data. */
    private byte[] given;

    /** What the client agreed to, as it was shown: sealed, since it tells of needs. */
    private byte[] text;

    /** What the client said when refusing or taking back, sealed. */
    @Column(name = "ended_words")
    private byte[] endedWords;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Consent() {}

    Consent(UUID id, ClientRecord client, ProposeConsent proposal, Instant now) {
        super(id, client.clientId(), client.homeAgency());
        this.recipients = proposal.recipients().stream().sorted().toArray(UUID[]::new);
        this.recipientWorkers = proposal.recipientWorkers().entrySet().stream()
                .flatMap(named -> named.getValue().stream().map(worker -> named.getKey() + " " + worker)).sorted()
                .toArray(String[]::new);
        this.parts = proposal.parts().stream().map(Part::code).sorted().toArray(String[]::new);
        this.categories = proposal.categories().stream().sorted().toArray(String[]::new);
        this.purposes = proposal.purposes().stream().map(PurposeOfUse::name).sorted().toArray(String[]::new);
        this.validFrom = proposal.validFrom() == null ? now : proposal.validFrom();
        this.validUntil = proposal.validUntil();
    }

    void give(byte[] sealedManner, byte[] sealedText, Instant now) {
        status = status.to(ConsentStatus.ACTIVE);
        given = sealedManner;
        text = sealedText;
        decidedAt = now;
    }

    void refuse(byte[] sealedWords, Instant now) {
        status = status.to(ConsentStatus.REFUSED);
        endedWords = sealedWords;
        decidedAt = now;
    }

    void revoke(byte[] sealedWords, Instant now) {
        status = status.to(ConsentStatus.REVOKED);
        endedWords = sealedWords;
        endedAt = now;
    }

    void expire(Instant now) {
        status = status.to(ConsentStatus.EXPIRED);
        endedAt = now;
    }

    /** The status alone does not say it: one may begin later, and an overdue consent stays active until the expiry comes to it. */
    boolean isInForce(Instant now) {
        return status == ConsentStatus.ACTIVE && !validFrom.isAfter(now) && validUntil.isAfter(now);
    }

    /**
     * Why it does not cover a referral; empty when it does. The service that sent it has checked the same by its own copy.
     *
     * @param restricted whether the client is
     */
    Optional<RefusedBecause> refusal(SentReferral sent, boolean restricted, Instant now) {
        if (!isInForce(now)) {
            return Optional.of(RefusedBecause.CONSENT_NOT_ACTIVE);
        }
        if (!clientId().equals(sent.clientId())) {
            return Optional.of(RefusedBecause.CONSENT_OF_ANOTHER_CLIENT);
        }
        if (!recipients().contains(sent.recipient())) {
            return Optional.of(RefusedBecause.RECIPIENT_NOT_NAMED);
        }
        if (restricted && workersAt(sent.recipient()).isEmpty()) {
            return Optional.of(RefusedBecause.WORKERS_NOT_NAMED);
        }
        if (!categories().contains(sent.category())) {
            return Optional.of(RefusedBecause.CATEGORY_NOT_NAMED);
        }
        return parts().contains(Part.REFERRAL.code())
                ? Optional.empty()
                : Optional.of(RefusedBecause.REFERRAL_NOT_NAMED);
    }

    public ConsentStatus status() {
        return status;
    }

    public List<UUID> recipients() {
        return List.of(recipients);
    }

    /** Token subjects by recipient; a recipient at which none is named is not in it. */
    Map<UUID, List<String>> recipientWorkers() {
        return Arrays.stream(recipientWorkers).map(named -> named.split(" ", 2)).collect(Collectors.groupingBy(
                named -> UUID.fromString(named[0]), TreeMap::new,
                Collectors.mapping(named -> named[1], Collectors.toList())));
    }

    /** Token subjects of those to whom alone it opens anything at a recipient; none when it does to the whole agency. */
    public List<String> workersAt(UUID recipient) {
        return recipientWorkers().getOrDefault(recipient, List.of());
    }

    /** Whether it opens something of a client of whom grants to whole agencies open nothing. */
    boolean namesWorkersAtAll() {
        return recipientWorkers().keySet().containsAll(recipients());
    }

    public List<String> parts() {
        return List.of(parts);
    }

    public List<String> categories() {
        return List.of(categories);
    }

    public List<String> purposes() {
        return List.of(purposes);
    }

    public Instant validFrom() {
        return validFrom;
    }

    public Instant validUntil() {
        return validUntil;
    }

    byte[] given() {
        return given;
    }

    byte[] text() {
        return text;
    }

    byte[] endedWords() {
        return endedWords;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    @Override
    public String recordType() {
        return "consent";
    }
}
