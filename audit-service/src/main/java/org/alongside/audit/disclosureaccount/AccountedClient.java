package org.alongside.audit.disclosureaccount;

import java.util.UUID;

import org.alongside.kit.access.ClientRecord;

/**
 * A client as far as the log knows of one.
 *
 * @param logSize entries in the log that are looked at
 */
public record AccountedClient(UUID clientId, UUID homeAgency, long logSize) implements ClientRecord {

    @Override
    public String recordType() {
        return "disclosure-account";
    }

    @Override
    public UUID recordId() {
        return clientId;
    }

    @Override
    public long recordVersion() {
        return logSize;
    }

    /** Who saw a client's data is told also when the data is gone. */
    @Override
    public boolean remainsAfterErasure() {
        return true;
    }
}
