package org.alongside.kit.record;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.alongside.kit.access.ClientRecord;

/** A stored record of a client: columns {@code id}, {@code client_id}, {@code home_agency}, {@code version}. */
@MappedSuperclass
public abstract class ClientEntity implements ClientRecord {

    @Id
    private UUID id;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

    @Version
    private long version;

    /** For Hibernate. */
    protected ClientEntity() {}

    protected ClientEntity(UUID id, UUID clientId, UUID homeAgency) {
        this.id = id;
        this.clientId = clientId;
        this.homeAgency = homeAgency;
    }

    @Override
    public UUID clientId() {
        return clientId;
    }

    @Override
    public UUID homeAgency() {
        return homeAgency;
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
