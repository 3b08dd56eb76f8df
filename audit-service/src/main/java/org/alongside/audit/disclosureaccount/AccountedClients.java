package org.alongside.audit.disclosureaccount;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.problem.Problem;

/** Opens what the log holds of one client to the client's home agency, or to an auditor. */
@ApplicationScoped
@Transactional
public class AccountedClients {

    private final AccountRepository log;
    private final MergedClients merged;
    private final AccessGate gate;
    private final AccessContext context;

    AccountedClients(AccountRepository log, MergedClients merged, AccessGate gate, AccessContext context) {
        this.log = log;
        this.merged = merged;
        this.gate = gate;
        this.context = context;
    }

    /** Entries in the log now. */
    public long logSize() {
        return log.size();
    }

    /**
     * From here to the end of the transaction row-level security shows every entry of this client.
     *
     * @param logSize entries of the log that are looked at
     * @throws Problem {@code not-found} when the log names no such client, or one of another agency
     */
    public AccountedClient open(UUID clientId, long logSize) {
        UUID home = log.homeOf(clientId, homeWanted()).orElseThrow(() -> gate.notVisible("clientId", clientId));
        AccountedClient client = new AccountedClient(clientId, home, logSize, merged.mergedInto(clientId));
        client.records().forEach(gate::disclose);
        log.showAllOf(client);
        return client;
    }

    /** The record of a client that is open, of whose account an entry is a line; none when it is a line of none. */
    public Optional<AccountedClient> withLine(AccountedClient client, long entryIndex) {
        return client.records().stream().filter(record -> log.isLine(record, entryIndex)).findFirst();
    }

    /** {@code null} for an auditor, who is bound to no agency. */
    private UUID homeWanted() {
        Caller caller = context.caller();
        return caller.roles().contains(Role.AUDITOR) ? null : caller.agency();
    }
}
