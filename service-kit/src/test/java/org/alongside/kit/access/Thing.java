package org.alongside.kit.access;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A record of a client, for the tests of the kit. */
@Entity
@Table(name = "thing")
class Thing implements ClientRecord {

    @Id
    UUID id;

    @Column(name = "client_id")
    UUID clientId;

    @Column(name = "home_agency")
    UUID homeAgency;

    String label;

    @Version
    long version;

    @Override
    public UUID clientId() {
        return clientId;
    }

    @Override
    public UUID homeAgency() {
        return homeAgency;
    }

    @Override
    public String recordType() {
        return "thing";
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
