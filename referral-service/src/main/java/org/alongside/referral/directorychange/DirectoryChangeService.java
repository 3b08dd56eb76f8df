package org.alongside.referral.directorychange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.code.Coded;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.referral.directorychange.api.DeclineChange;
import org.alongside.referral.directorychange.api.DirectoryChangeView;
import org.alongside.referral.directorychange.api.ProposeChange;
import org.alongside.referral.hsds.HsdsEntity;

/** Proposes, shows and decides changes of the directory for the present caller. */
@ApplicationScoped
public class DirectoryChangeService {

    private static final String LIST = "directory-change.list";

    private final DirectoryChangeWork work;
    private final AccessContext access;
    private final Cursors cursors;

    DirectoryChangeService(DirectoryChangeWork work, AccessContext access, Cursors cursors) {
        this.work = work;
        this.access = access;
        this.cursors = cursors;
    }

    /**
     * The same again gives the one that is there, as long as it is not decided.
     *
     * @throws Problem {@code invalid-input} naming the values that an import would leave out, {@code not-found} for an entry that is
     *                 none or is hidden, {@code not-permitted} for a confidential place, {@code conflicting-state} when nothing would change
     */
    public DirectoryChangeView propose(ProposeChange proposal) {
        return work.propose(caller(), proposal);
    }

    /**
     * Values that the caller, who must be the one who decides on the entry, says it has; nothing when it has them already.
     *
     * @param values as {@link ProposeChange#values}
     * @throws Problem {@code not-found}, {@code not-permitted}
     */
    public void makeOwn(HsdsEntity entity, UUID entry, Map<String, String> values) {
        work.makeOwn(caller(), new ProposeChange(entity.table(), entry, values, null));
    }

    /** @throws Problem {@code not-found} also for those who neither proposed nor decide it */
    DirectoryChangeView read(UUID id) {
        return work.read(caller(), id);
    }

    /** @param status code; null for any */
    Page<DirectoryChangeView> list(boolean own, String status, PageRequest page) {
        DirectoryChangeStatus only = status == null ? null : status(status);
        List<String> query = List.of(Boolean.toString(own), String.valueOf(status));
        List<DirectoryChangeView> rows = work.list(caller(), own, only, cursors.lastSeen(LIST, query, page),
                page.rowsToRead());
        return Page.of(rows, page, change -> change, change -> cursors.after(LIST, query, change.id()));
    }

    /** @throws Problem {@code conflicting-state} when it is decided already, or the entry has other values than it had then */
    DirectoryChangeView approve(UUID id, String ifMatch) {
        return work.approve(caller(), id, ifMatch);
    }

    DirectoryChangeView decline(UUID id, String ifMatch, DeclineChange why) {
        return work.decline(caller(), id, ifMatch, why.reason());
    }

    DirectoryChangeView withdraw(UUID id, String ifMatch) {
        return work.withdraw(caller(), id, ifMatch);
    }

    private Caller caller() {
        return access.caller();
    }

    private static DirectoryChangeStatus status(String code) {
        return Coded.of(DirectoryChangeStatus.class, code).orElseThrow(() -> Problem.unknownCode("query:status",
                Stream.of(DirectoryChangeStatus.values()).map(Coded::code).toList()));
    }
}
