package org.alongside.intake.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.intake.conversation.api.RecordConversation;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.record.ClientEntity;

/** The record of a talk with a client that help begins with. */
@Entity
@Table(name = "conversation")
public class Conversation extends ClientEntity {

    static final String CONTENT = "conversation.content";

    @Column(nullable = false)
    @Convert(converter = ConversationStatusColumn.class)
    private ConversationStatus status = ConversationStatus.RECORDED;

    @Column(nullable = false, updatable = false)
    @Convert(converter = ConversationKindColumn.class)
    private ConversationKind kind;

    @Column(name = "held_at", nullable = false, updatable = false)
    private Instant heldAt;

    @Column(name = "held_by", nullable = false, updatable = false)
    private String heldBy;

    @Column(nullable = false, updatable = false)
    private byte[] content;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    protected Conversation() {}

    Conversation(UUID id, ClientRecord client, RecordConversation talk, String heldBy, byte[] sealedContent,
            Instant now) {
        super(id, client.clientId(), client.homeAgency());
        this.kind = talk.kind();
        this.heldAt = talk.heldAt() == null ? now : talk.heldAt();
        this.heldBy = heldBy;
        this.content = sealedContent;
        this.recordedAt = now;
    }

    void enterInError() {
        status = status.to(ConversationStatus.ENTERED_IN_ERROR);
    }

    boolean standsAs(ConversationKind wanted) {
        return kind == wanted && status == ConversationStatus.RECORDED;
    }

    ConversationStatus status() {
        return status;
    }

    ConversationKind kind() {
        return kind;
    }

    Instant heldAt() {
        return heldAt;
    }

    String heldBy() {
        return heldBy;
    }

    byte[] content() {
        return content;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public String recordType() {
        return "conversation";
    }
}
