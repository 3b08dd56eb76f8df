package org.alongside.referral.message;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.record.ClientEntity;
import org.alongside.referral.referral.Correspondence;

/** What one agency of a referral wrote to the other; never changed. */
@Entity
@Table(name = "referral_message")
class Message extends ClientEntity {

    static final String TEXT = "referral_message.text";

    @Column(name = "referral_id", nullable = false, updatable = false)
    private UUID referralId;

    @Column(name = "parent_id", updatable = false)
    private UUID parentId;

    @Column(nullable = false, updatable = false)
    private UUID agency;

    @Column(nullable = false, updatable = false)
    private UUID addressee;

    @Column(nullable = false, updatable = false)
    private String side;

    @Column(nullable = false, updatable = false)
    private String author;

    @Column(nullable = false, updatable = false)
    private byte[] text;

    @Column(name = "sent_at", nullable = false, updatable = false)
    private Instant sentAt;

    protected Message() {}

    Message(UUID id, Correspondence correspondence, String author, byte[] sealedText, Instant now) {
        super(id, correspondence.clientId(), correspondence.homeAgency());
        this.referralId = correspondence.referralId();
        this.parentId = correspondence.parentId();
        this.agency = correspondence.own();
        this.addressee = correspondence.other();
        this.side = correspondence.side().code();
        this.author = author;
        this.text = sealedText;
        this.sentAt = now;
    }

    UUID referralId() {
        return referralId;
    }

    UUID agency() {
        return agency;
    }

    String side() {
        return side;
    }

    String author() {
        return author;
    }

    byte[] text() {
        return text;
    }

    Instant sentAt() {
        return sentAt;
    }

    @Override
    public String recordType() {
        return "message";
    }

    /** As the referral. */
    @Override
    public Set<UUID> grantBases() {
        return parentId == null ? Set.of(referralId) : Set.of(referralId, parentId);
    }
}
