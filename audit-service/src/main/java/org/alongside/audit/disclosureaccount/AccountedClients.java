package org.alongside.audit.disclosureaccount;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;

/** Opens what the log holds of one client to the client's home agency, or to an auditor. */
@ApplicationScoped
@Transactional
public class AccountedClients {

    private final AccountRepository log;
    private final AccessGate gate;
    private final AccessContext context;

    AccountedClients(AccountRepository log, AccessGate gate, AccessContext context) {
        this.log = log;
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
        AccountedClient client = new AccountedClient(clientId, home, logSize);
        gate.disclose(client);
        log.showAllOf(clientId);
        return client;
    }

    /** Whether an entry is a line of the account of a client that is open. */
    public boolean hasLine(AccountedClient client, long entryIndex) {
        return log.isLine(client, entryIndex);
    }

    /** {@code null} for an auditor, who is bound to no agency. */
    private UUID homeWanted() {
        Caller caller = context.caller();
        return caller.roles().contains(Role.AUDITOR) ? null : caller.agency();
    }
}
