package org.alongside.audit.disclosureaccount;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.access.ClientRecord;

/**
 * A client as far as the log knows of one.
 *
 * @param logSize  entries in the log that are looked at
 * @param replaces records of the same person that were merged into the client's: accesses to them are accesses to the client
 */
public record AccountedClient(UUID clientId, UUID homeAgency, long logSize, List<UUID> replaces)
        implements
            ClientRecord {

    /** The client by each record of the person: the one asked for first. */
    List<AccountedClient> records() {
        return Stream.concat(Stream.of(this),
                replaces.stream().map(record -> new AccountedClient(record, homeAgency, logSize, List.of()))).toList();
    }

    /** The ids of {@link #records}. */
    public List<UUID> recordIds() {
        return records().stream().map(AccountedClient::clientId).toList();
    }

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
