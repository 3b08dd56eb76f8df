package org.alongside.referral.referral;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.code.Coded;
import org.alongside.kit.need.Urgency;
import org.alongside.kit.record.ClientEntity;
import org.alongside.referral.appointment.Appointment;
import org.alongside.referral.referral.api.DraftReferral;
import org.hibernate.annotations.Formula;

/** A client's need handed from one agency to a service of another, until both sides have said what came of it. */
@Entity
@Table(name = "referral")
public class Referral extends ClientEntity {

    /** Sealed under this name also before there is a referral, where an open one is to become it. */
    public static final String MESSAGE = "referral.message";
    static final String REASON_TEXT = "referral.reason_text";
    static final String CLIENT_WORDS = "referral.client_words";

    @Column(nullable = false)
    private UUID sender;

    @Column(nullable = false, updatable = false)
    private UUID recipient;

    @Column(name = "service_id", nullable = false, updatable = false)
    private UUID serviceId;

    @Column(name = "need_id")
    private UUID needId;

    @Column(nullable = false, updatable = false)
    private String category;

    @Column(name = "bundle_id", updatable = false)
    private UUID bundleId;

    @Column(nullable = false, updatable = false)
    private String urgency;

    @Column(nullable = false, updatable = false)
    private String requester = Requester.WORKER.code();

    @Column(nullable = false, updatable = false)
    private String[] parts;

    @Column(nullable = false, updatable = false)
    private byte[] message;

    @Column(nullable = false)
    @Convert(converter = ReferralStatusColumn.class)
    private ReferralStatus status = ReferralStatus.DRAFT;

    @Column(name = "parent_id")
    private UUID parentId;

    /** Agencies by which it came, the first sender first, the recipient last. */
    @Column(nullable = false, updatable = false)
    private UUID[] route;

    @Column(name = "forwarded_to")
    private UUID forwardedTo;

    @Column(name = "returned_at")
    private Instant returnedAt;

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

    private Appointment appointment;

    @Column(name = "waitlisted_at")
    private Instant waitlistedAt;

    @Column(name = "sender_worker")
    private String senderWorker;

    @Column(name = "receiver_worker")
    private String receiverWorker;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    /** Whether the consent behind it has ended, as it was read; the end of the referral itself may be outstanding. */
    @Formula("consent_ended(consent_id)")
    private boolean consentEnded;

    /** Whether the intermediary that forwarded it takes part no longer, as it was read. */
    @Formula("forwarder_shut_out(parent_id)")
    private boolean forwarderShutOut;

    @Column(name = "search_ended")
    private String searchEnded;

    protected Referral() {}

    /** A draft of the client's home agency, which is the sender. */
    Referral(UUID id, DraftReferral draft, Addressed addressed, Origin origin) {
        super(id, draft.clientId(), origin.agency());
        this.sender = origin.agency();
        this.recipient = addressed.recipient();
        this.serviceId = draft.serviceId();
        this.needId = draft.needId();
        this.category = draft.category();
        this.bundleId = addressed.bundleId();
        this.urgency = draft.urgency().code();
        this.requester = draft.requester().code();
        this.parts = draft.sharedParts().stream().map(Part::code).sorted().toArray(String[]::new);
        this.message = addressed.sealedMessage();
        this.route = new UUID[]{sender, recipient};
        this.createdBy = origin.worker();
        this.senderWorker = origin.worker();
        this.createdAt = origin.at();
    }

    /** What an intermediary passes on. The need stays with the parent, whose outcome is the one that counts for it. */
    Referral(UUID id, Referral parent, Forward forward, Origin origin) {
        super(id, parent.clientId(), parent.homeAgency());
        this.parentId = parent.recordId();
        this.sender = origin.agency();
        this.recipient = forward.recipient();
        this.serviceId = forward.serviceId();
        this.category = parent.category;
        this.urgency = parent.urgency;
        this.requester = parent.requester;
        this.parts = forward.parts().stream().map(Part::code).sorted().toArray(String[]::new);
        this.message = forward.sealedMessage();
        this.route = Stream.concat(Arrays.stream(parent.route), Stream.of(forward.recipient())).toArray(UUID[]::new);
        this.createdBy = origin.worker();
        this.senderWorker = origin.worker();
        this.createdAt = origin.at();
    }

    /** What an open referral becomes when the client has agreed to its claimant. */
    Referral(UUID id, ClaimedReferral claimed, Instant now) {
        super(id, claimed.clientId(), claimed.homeAgency());
        this.sender = claimed.homeAgency();
        this.recipient = claimed.claimant();
        this.serviceId = claimed.serviceId();
        this.needId = claimed.needId();
        this.category = claimed.category();
        this.urgency = claimed.urgency().code();
        this.parts = claimed.parts().stream().map(Part::code).sorted().toArray(String[]::new);
        this.message = claimed.sealedMessage();
        this.route = new UUID[]{sender, recipient};
        this.createdBy = claimed.openedBy();
        this.senderWorker = claimed.openedBy();
        this.createdAt = now;
    }

    /** What a draft does not hold as it is stored; {@code null} bundle for none. */
    record Addressed(UUID recipient, UUID bundleId, byte[] sealedMessage) {}

    /** To whom a referral is passed on, and what of it. */
    record Forward(UUID recipient, UUID serviceId, Set<Part> parts, byte[] sealedMessage) {}

    /** Who drafts: token subject, acting agency, time. */
    record Origin(String worker, UUID agency, Instant at) {}

    /** @param answerDue when the response promise ends; null without a promise */
    void request(UUID consent, Instant now, Instant answerDue) {
        to(ReferralStatus.REQUESTED);
        consentId = consent;
        requestedAt = now;
        respondBy = answerDue;
    }

    /** From {@code scheduled} this takes back the appointment; a place is held already then. */
    void accept(Instant now) {
        to(ReferralStatus.ACCEPTED);
        appointment = null;
        acceptedAt = acceptedAt == null ? now : acceptedAt;
    }

    void holdPlace(UUID capacity) {
        capacityId = capacity;
    }

    /** Waiting is an answer: the next one is due after the same time again. */
    void waitlist(Instant now, Instant answerDue) {
        to(ReferralStatus.WAITLISTED);
        waitlistedAt = now;
        respondBy = answerDue;
        remindedAt = null;
    }

    /** The promise begins anew, the place in the list stays. */
    void keepWaiting(Instant answerDue) {
        respondBy = answerDue;
        remindedAt = null;
    }

    void schedule(Appointment made) {
        to(ReferralStatus.SCHEDULED);
        appointment = made;
    }

    void reschedule(Appointment other) {
        appointment = other;
    }

    /** Whoever is first on the receiver's side answers for it, until it is passed on. */
    void takeOver(String worker) {
        receiverWorker = receiverWorker == null ? worker : receiverWorker;
    }

    /** @param side sender or receiver */
    void assign(Side side, String worker) {
        if (side == Side.SENDER) {
            senderWorker = worker;
        } else {
            receiverWorker = worker;
        }
    }

    void start() {
        to(ReferralStatus.IN_PROGRESS);
    }

    void hold() {
        to(ReferralStatus.ON_HOLD);
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

    /** The consent behind it has ended: from now on its recipient keeps the fact of it alone, grant or not. */
    void endWithConsent(Instant now) {
        cancel(EndReason.CONSENT_ENDED, null, now);
        closedAt = now;
    }

    /** Another consent of the client stands behind it from now on. */
    void restOn(UUID consent) {
        consentId = consent;
    }

    /** For what the client wants, or as a double: nobody else is to be asked in its place. */
    boolean isCancelledForGood() {
        return status == ReferralStatus.CANCELLED && (EndReason.CLIENT_CHANGED_MIND.code().equals(reason)
                || EndReason.DUPLICATE.code().equals(reason));
    }

    /** Nobody else is asked for this need; a new referral for it may be made all the same. */
    void endSearch(SearchEnd why) {
        searchEnded = why.code();
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

    /** From now on the child leads. */
    void forward(UUID child) {
        forwardedTo = child;
        returnedAt = null;
    }

    /** Follows a child on which help goes on, where the table allows it. */
    void follow(ReferralStatus child) {
        if (status.next().contains(child)) {
            to(child);
        }
    }

    /** The child ended without help: the recipient has to see to it again. What had begun rests. */
    void comeBack(Instant now) {
        follow(status == ReferralStatus.IN_PROGRESS ? ReferralStatus.ON_HOLD : status);
        forwardedTo = null;
        returnedAt = now;
    }

    /** The intermediary that forwarded it has left: the home agency is the sender, for the need that the parent was for. */
    void standInFor(Referral parent) {
        senderWorker = parent.sender.equals(homeAgency()) ? parent.senderWorker : null;
        sender = homeAgency();
        needId = parent.needId;
        parentId = null;
    }

    boolean isForwarded() {
        return forwardedTo != null;
    }

    boolean cameBy(UUID agency) {
        return Arrays.asList(route).contains(agency);
    }

    /** To its recipient, since the consent behind it has ended. */
    boolean isClosed() {
        return closedAt != null;
    }

    /** To its recipient without a consent behind it, and to the intermediary that takes part no longer. */
    boolean isClosedTo(UUID agency) {
        return agency.equals(recipient) && (isClosed() || consentEnded)
                || agency.equals(sender) && forwarderShutOut;
    }

    /** On which side of this referral an agency stands, when it may see it at all. */
    Side side(UUID agency) {
        if (agency.equals(sender)) {
            return Side.SENDER;
        }
        return agency.equals(recipient) ? Side.RECEIVER : Side.HOME;
    }

    /** The place to be given back, once, when the referral has ended. */
    Optional<UUID> releasePlace() {
        Optional<UUID> held = status.isFinal() ? Optional.ofNullable(capacityId) : Optional.empty();
        held.ifPresent(place -> capacityId = null);
        return held;
    }

    private void end(ReferralStatus last, Instant now) {
        to(last);
        endedAt = now;
    }

    /** Whoever moves it has seen to it. */
    private void to(ReferralStatus next) {
        status = status.to(next);
        returnedAt = null;
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

    Requester requester() {
        return Coded.stored(Requester.class, requester);
    }

    Urgency urgency() {
        return Coded.stored(Urgency.class, urgency);
    }

    Set<String> parts() {
        return Set.of(parts);
    }

    Set<Part> sharedParts() {
        return Arrays.stream(parts).map(code -> Coded.stored(Part.class, code))
                .collect(Collectors.toUnmodifiableSet());
    }

    byte[] message() {
        return message;
    }

    ReferralStatus status() {
        return status;
    }

    /** The referral that this one forwards; {@code null} for none. */
    UUID parentId() {
        return parentId;
    }

    /** The child that leads; {@code null} when there is none, or it ended without help. */
    UUID forwardedTo() {
        return forwardedTo;
    }

    /** When the child came back without help, as long as the recipient has not seen to it. */
    Instant returnedAt() {
        return returnedAt;
    }

    UUID consentId() {
        return consentId;
    }

    EndReason reason() {
        return Coded.stored(EndReason.class, reason);
    }

    /** Why nobody else is asked; {@code null} as long as that is open. */
    SearchEnd searchEnded() {
        return Coded.stored(SearchEnd.class, searchEnded);
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

    /** {@code null} when there is none. */
    Appointment appointment() {
        return appointment;
    }

    /** Who answers for it on a side; {@code null} as long as nobody does. */
    String worker(Side side) {
        return side == Side.SENDER ? senderWorker : receiverWorker;
    }

    Instant endedAt() {
        return endedAt;
    }

    @Override
    public String recordType() {
        return "referral";
    }

    /**
     * Only the grant made for this very referral opens it to the recipient; to an intermediary who forwarded it, the one that was
     * made for the referral that it received itself.
     */
    @Override
    public Set<UUID> grantBases() {
        return parentId == null ? Set.of(recordId()) : Set.of(recordId(), parentId);
    }
}
