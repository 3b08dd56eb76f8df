package org.alongside.referral.openreferral;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.code.Coded;
import org.alongside.kit.record.ClientEntity;
import org.alongside.referral.openreferral.api.OpenAReferral;

/** Whose need an open referral is, and what goes to whoever is to help: seen by the home agency alone. */
@Entity
@Table(name = "open_referral_client")
class OpenReferralClient extends ClientEntity {

    @Column(name = "need_id", updatable = false)
    private UUID needId;

    @Column(nullable = false, updatable = false)
    private String[] parts;

    @Column(nullable = false, updatable = false)
    private byte[] message;

    @Column(name = "opened_by", nullable = false, updatable = false)
    private String openedBy;

    protected OpenReferralClient() {}

    /** @param id of the open referral */
    OpenReferralClient(UUID id, OpenAReferral opened, UUID homeAgency, String worker, byte[] sealedMessage) {
        super(id, opened.clientId(), homeAgency);
        this.needId = opened.needId();
        this.parts = opened.sharedParts().stream().map(Part::code).sorted().toArray(String[]::new);
        this.message = sealedMessage;
        this.openedBy = worker;
    }

    UUID needId() {
        return needId;
    }

    Set<Part> parts() {
        return Arrays.stream(parts).map(code -> Coded.stored(Part.class, code))
                .collect(Collectors.toUnmodifiableSet());
    }

    byte[] message() {
        return message;
    }

    String openedBy() {
        return openedBy;
    }

    @Override
    public String recordType() {
        return "open-referral";
    }
}
