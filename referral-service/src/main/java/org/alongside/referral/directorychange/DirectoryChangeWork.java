package org.alongside.referral.directorychange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.system.SystemWork;
import org.alongside.kit.time.Ids;
import org.alongside.referral.datapackage.ImportConfig;
import org.alongside.referral.directory.api.ServicesChanged;
import org.alongside.referral.directorychange.api.DirectoryChangeView;
import org.alongside.referral.directorychange.api.ProposeChange;
import org.alongside.referral.hsds.HsdsEntity;

/**
 * The transactions of changes. They run as system work because the login of requests reads neither confidential places nor writes the
 * directory; what a caller may see and do is settled by {@link Say}.
 */
@ApplicationScoped
class DirectoryChangeWork {

    private static final String JOB = "directory-change";

    private final DirectoryChangeRepository changes;
    private final EntryRepository entries;
    private final DirectoryChangeMapper mapper;
    private final Event<ServicesChanged> changedServices;
    private final ImportConfig limits;
    private final Clock clock;

    DirectoryChangeWork(DirectoryChangeRepository changes, EntryRepository entries, DirectoryChangeMapper mapper,
            Event<ServicesChanged> changedServices, ImportConfig limits, Clock clock) {
        this.changes = changes;
        this.entries = entries;
        this.mapper = mapper;
        this.changedServices = changedServices;
        this.limits = limits;
        this.clock = clock;
    }

    /** Puts it into the queue of the owner; makes it at once when the caller is the one who would decide. */
    @SystemWork(JOB)
    public DirectoryChangeView propose(Caller caller, ProposeChange proposal) {
        HsdsEntity entity = WantedValues.entity(proposal.entity());
        Entry entry = entries.lock(entity, proposal.entryId()).filter(each -> !each.isVanished())
                .orElseThrow(Problem::notFound);
        Say say = Say.of(caller, entry);
        say.requireVisible(entry);
        ChangedFields fields = changed(entry, WantedValues.read(entity, proposal.values(), limits.maxTextLength()));
        if (fields.isEmpty()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The entry has these values already.");
        }
        String written = mapper.written(fields);
        DirectoryChange change = changes.open(entry, written, caller.agency())
                .orElseGet(() -> stored(entry, written, proposal.comment(), caller));
        if (say.decides()) {
            approve(change, entry, fields, caller);
        }
        return mapper.view(change, entry, caller);
    }

    @SystemWork(JOB)
    public void makeOwn(Caller caller, ProposeChange wanted) {
        HsdsEntity entity = HsdsEntity.named(wanted.entity());
        Entry entry = entries.lock(entity, wanted.entryId()).filter(each -> !each.isVanished())
                .orElseThrow(Problem::notFound);
        Say.of(caller, entry).requireDecides();
        ChangedFields fields = changed(entry, WantedValues.read(entity, wanted.values(), limits.maxTextLength()));
        if (!fields.isEmpty()) {
            approve(stored(entry, mapper.written(fields), null, caller), entry, fields, caller);
        }
    }

    /** @throws Problem {@code not-found} also for those who neither proposed nor decide it */
    @SystemWork(JOB)
    public DirectoryChangeView read(Caller caller, UUID id) {
        DirectoryChange change = changes.findByIdOptional(id).orElseThrow(Problem::notFound);
        Entry entry = entries.require(change);
        Say.of(caller, entry).requirePartIn(change);
        return mapper.view(change, entry, caller);
    }

    @SystemWork(JOB)
    public List<DirectoryChangeView> list(Caller caller, boolean own, DirectoryChangeStatus status, UUID lastSeen,
            int limit) {
        return ChangeList.of(caller, own, status).stream()
                .flatMap(list -> changes.of(list, lastSeen, limit).stream())
                .map(change -> mapper.view(change, entries.require(change), caller))
                .toList();
    }

    @SystemWork(JOB)
    public DirectoryChangeView approve(Caller caller, UUID id, String ifMatch) {
        return command(caller, id, ifMatch, true, (change, entry) -> {
            ChangedFields fields = mapper.read(change.fields());
            change.status().to(DirectoryChangeStatus.APPROVED);
            fields.requireUnchanged(entry);
            approve(change, entry, fields, caller);
        });
    }

    @SystemWork(JOB)
    public DirectoryChangeView decline(Caller caller, UUID id, String ifMatch, String reason) {
        return command(caller, id, ifMatch, true,
                (change, entry) -> change.decline(caller.agency(), reason, clock.instant()));
    }

    @SystemWork(JOB)
    public DirectoryChangeView withdraw(Caller caller, UUID id, String ifMatch) {
        return command(caller, id, ifMatch, false,
                (change, entry) -> change.withdraw(caller.agency(), clock.instant()));
    }

    private DirectoryChangeView command(Caller caller, UUID id, String ifMatch, boolean deciding,
            BiConsumer<DirectoryChange, Entry> command) {
        DirectoryChange change = changes.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
        Entry entry = entries.lock(HsdsEntity.named(change.entity()), change.entryId()).orElseThrow();
        Say say = Say.of(caller, entry);
        say.requirePartIn(change);
        say.require(deciding ? say.decides() : say.proposed(change));
        Etag.require(ifMatch, change.version());
        command.accept(change, entry);
        changes.flush();
        return mapper.view(change, entry, caller);
    }

    private ChangedFields changed(Entry entry, Map<String, String> wanted) {
        WantedValues.requireSense(entry, wanted);
        Map<String, String> stored = entries.asStored(entry.entity(), wanted);
        return ChangedFields.of(entry, wanted.keySet(), stored);
    }

    private DirectoryChange stored(Entry entry, String fields, String comment, Caller caller) {
        DirectoryChange change = new DirectoryChange(Ids.next(), entry, fields, comment, caller.agency(),
                clock.instant());
        changes.persistAndFlush(change);
        return change;
    }

    private void approve(DirectoryChange change, Entry entry, ChangedFields fields, Caller caller) {
        Instant now = clock.instant();
        change.approve(caller.agency(), now);
        entries.write(entry, fields, caller.agency(), now);
        changes.flush();
        changedServices.fire(ServicesChanged.of(Set.copyOf(entries.services(entry))));
    }
}
