package org.alongside.referral.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.code.Coded;
import org.alongside.kit.need.Urgency;
import org.alongside.kit.record.ClientEntity;
import org.alongside.referral.referral.api.DraftReferral;

/** A client's need handed from one agency to a service of another, until both sides have said what came of it. */
@Entity
@Table(name = "referral")
public class Referral extends ClientEntity {

    static final String MESSAGE = "referral.message";
    static final String REASON_TEXT = "referral.reason_text";
    static final String CLIENT_WORDS = "referral.client_words";

    @Column(nullable = false, updatable = false)
    private UUID sender;

    @Column(nullable = false, updatable = false)
    private UUID recipient;

    @Column(name = "service_id", nullable = false, updatable = false)
    private UUID serviceId;

    @Column(name = "need_id", updatable = false)
    private UUID needId;

    @Column(nullable = false, updatable = false)
    private String category;

    @Column(name = "bundle_id", updatable = false)
    private UUID bundleId;

    @Column(nullable = false, updatable = false)
    private String urgency;

    @Column(nullable = false, updatable = false)
    private String[] parts;

    @Column(nullable = false, updatable = false)
    private byte[] message;

    @Column(nullable = false)
    @Convert(converter = ReferralStatusColumn.class)
    private ReferralStatus status = ReferralStatus.DRAFT;

    @Column(name = "consent_id")
    private UUID consentId;

    @Column(name = "capacity_id")
    private UUID capacityId;

    private String reason;

    @Column(name = "reason_text")
    private byte[] reasonText;

    @Column(name = "provider_result")
    private String providerResult;

    @Column(name = "client_result")
    private String clientResult;

    @Column(name = "client_words")
    private byte[] clientWords;

    @Column(name = "client_view_by")
    private String clientViewBy;

    @Column(name = "client_view_at")
    private Instant clientViewAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    private String createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "respond_by")
    private Instant respondBy;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "scheduled_at")
    private Instant scheduledAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Referral() {}

    /** A draft of the client's home agency, which is the sender. */
    Referral(UUID id, DraftReferral draft, Origin origin, UUID recipient, byte[] sealedMessage) {
        super(id, draft.clientId(), origin.agency());
        this.sender = origin.agency();
        this.recipient = recipient;
        this.serviceId = draft.serviceId();
        this.needId = draft.needId();
        this.category = draft.category();
        this.bundleId = draft.bundleId();
        this.urgency = draft.urgency().code();
        this.parts = draft.sharedParts().stream().map(Part::code).sorted().toArray(String[]::new);
        this.message = sealedMessage;
        this.createdBy = origin.worker();
        this.createdAt = origin.at();
    }

    /** Who drafts: token subject, acting agency, time. */
    record Origin(String worker, UUID agency, Instant at) {}

    /** @param answerDue when the response promise ends; null without a promise */
    void request(UUID consent, Instant now, Instant answerDue) {
        status = status.to(ReferralStatus.REQUESTED);
        consentId = consent;
        requestedAt = now;
        respondBy = answerDue;
    }

    /** From {@code scheduled} this takes back the appointment; a place is held already then. */
    void accept(Instant now) {
        status = status.to(ReferralStatus.ACCEPTED);
        scheduledAt = null;
        acceptedAt = acceptedAt == null ? now : acceptedAt;
    }

    void holdPlace(UUID capacity) {
        capacityId = capacity;
    }

    /** Waiting is an answer: the next one is due after the same time again. */
    void waitlist(Instant answerDue) {
        status = status.to(ReferralStatus.WAITLISTED);
        respondBy = answerDue;
        remindedAt = null;
    }

    void schedule(Instant appointment) {
        status = status.to(ReferralStatus.SCHEDULED);
        scheduledAt = appointment;
    }

    void start() {
        status = status.to(ReferralStatus.IN_PROGRESS);
    }

    void hold() {
        status = status.to(ReferralStatus.ON_HOLD);
    }

    void complete(ProviderResult result, Instant now) {
        end(ReferralStatus.COMPLETED, now);
        providerResult = result.code();
    }

    /** The provider's result is that no service was given. */
    void unsuccessful(EndReason why, byte[] sealedText, Instant now) {
        end(ReferralStatus.UNSUCCESSFUL, now);
        providerResult = ProviderResult.NONE.code();
        because(why, sealedText);
    }

    void decline(EndReason why, byte[] sealedText, Instant now) {
        end(ReferralStatus.DECLINED, now);
        because(why, sealedText);
    }

    void cancel(EndReason why, byte[] sealedText, Instant now) {
        end(ReferralStatus.CANCELLED, now);
        because(why, sealedText);
    }

    void remind(Instant now) {
        remindedAt = now;
    }

    void expire(Instant now) {
        end(ReferralStatus.EXPIRED, now);
    }

    void enterInError(Instant now) {
        end(ReferralStatus.ENTERED_IN_ERROR, now);
    }

    /** What the client says came of it; said again, the later word counts. */
    void recordClientView(ClientResult result, byte[] sealedWords, String worker, Instant now) {
        clientResult = result.code();
        clientWords = sealedWords;
        clientViewBy = worker;
        clientViewAt = now;
    }

    /** Both sides have said what came of it, and the client's side knows. */
    boolean isLoopClosed() {
        return providerResult != null && clientResult != null && !clientResult.equals(ClientResult.UNKNOWN.code());
    }

    /** The consent behind it has ended: to the recipient only the fact of it is left, grant or not. */
    boolean isClosedTo(UUID agency) {
        return agency.equals(recipient) && EndReason.CONSENT_ENDED.code().equals(reason);
    }

    /** On which side of this referral an agency stands, when it may see it at all. */
    Side side(UUID agency) {
        return agency.equals(sender) ? Side.SENDER : Side.RECEIVER;
    }

    /** The place to be given back, once, when the referral has ended. */
    Optional<UUID> releasePlace() {
        Optional<UUID> held = status.isFinal() ? Optional.ofNullable(capacityId) : Optional.empty();
        held.ifPresent(place -> capacityId = null);
        return held;
    }

    private void end(ReferralStatus last, Instant now) {
        status = status.to(last);
        endedAt = now;
    }

    private void because(EndReason why, byte[] sealedText) {
        reason = why.code();
        reasonText = sealedText;
    }

    UUID sender() {
        return sender;
    }

    UUID recipient() {
        return recipient;
    }

    UUID serviceId() {
        return serviceId;
    }

    UUID needId() {
        return needId;
    }

    String category() {
        return category;
    }

    UUID bundleId() {
        return bundleId;
    }

    Urgency urgency() {
        return Coded.stored(Urgency.class, urgency);
    }

    Set<String> parts() {
        return Set.of(parts);
    }

    byte[] message() {
        return message;
    }

    ReferralStatus status() {
        return status;
    }

    UUID consentId() {
        return consentId;
    }

    EndReason reason() {
        return Coded.stored(EndReason.class, reason);
    }

    byte[] reasonText() {
        return reasonText;
    }

    ProviderResult providerResult() {
        return Coded.stored(ProviderResult.class, providerResult);
    }

    ClientResult clientResult() {
        return Coded.stored(ClientResult.class, clientResult);
    }

    byte[] clientWords() {
        return clientWords;
    }

    String clientViewBy() {
        return clientViewBy;
    }

    Instant clientViewAt() {
        return clientViewAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant respondBy() {
        return respondBy;
    }

    Instant remindedAt() {
        return remindedAt;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    Instant scheduledAt() {
        return scheduledAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    @Override
    public String recordType() {
        return "referral";
    }

    /** Only the grant made for this very referral opens it to the recipient. */
    @Override
    public UUID requiredGrantBasis() {
        return recordId();
    }
}
