package org.alongside.audit.legalhold;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.legalhold.api.HoldView;
import org.alongside.audit.legalhold.api.PlaceHold;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;

/** Places, shows and releases holds. Each look at one is itself an access that names it. */
@ApplicationScoped
@Transactional
public class HoldService {

    private static final String LIST = "legal-hold.list";

    private final HoldRepository holds;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    HoldService(HoldRepository holds, AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.holds = holds;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * In force when this has returned. Waits while a month is being removed.
     *
     * @throws Problem {@code invalid-input} when it names nothing, or no time; {@code not-permitted} when somebody who is no auditor
     *                 names neither client nor actor, or a job of the suite: that would keep the accesses of every agency
     */
    public UUID place(PlaceHold asked) {
        requireScope(asked);
        LegalHold hold = new LegalHold(asked, access.caller(), clock.instant());
        holds.persist(hold);
        holds.flush();
        return hold.recordId();
    }

    /** Last placed first, released ones included. */
    public Page<HoldView> list(PageRequest page) {
        UUID before = page.cursor() == null ? null : UUID.fromString(cursors.open(LIST, "", page.cursor()).get(0));
        List<LegalHold> found = holds.list(before, page.rowsToRead());
        gate.discloseAggregate(null, found.subList(0, Math.min(found.size(), page.limit())));
        return Page.of(found, page, LegalHold::view, last -> cursors.after(LIST, "", last.recordId()));
    }

    /** @throws Problem {@code not-found} when there is none, or it is another agency's */
    public HoldView read(UUID holdId) {
        return disclose(holds.require(holdId));
    }

    /** @throws Problem {@code conflicting-state} when it was released before; {@code not-permitted} for a hold of another agency */
    public HoldView release(UUID holdId, String ifMatch) {
        LegalHold hold = holds.require(holdId);
        if (!hold.agency().equals(access.caller().agency())) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only the agency that placed a hold releases it.");
        }
        Etag.require(ifMatch, hold.recordVersion());
        hold.release(access.caller().subject(), clock.instant());
        holds.flush();
        return disclose(hold);
    }

    private void requireScope(PlaceHold asked) {
        if (asked.client() == null && asked.actor() == null) {
            if (asked.from() == null && asked.to() == null) {
                throw Problem.invalid(new Violation("/client", "required", "or actor, from or to is needed"));
            }
            if (!access.caller().roles().contains(Role.AUDITOR)) {
                throw Problem.of(ProblemType.NOT_PERMITTED, "Only an auditor holds the accesses of everybody. "
                        + "Name a client or an actor.");
            }
        }
        if (asked.actor() != null && asked.actor().startsWith("system:")
                && !access.caller().roles().contains(Role.AUDITOR)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only an auditor holds the accesses of the suite's own jobs.");
        }
        requireExact("/from", asked.from());
        requireExact("/to", asked.to());
        if (asked.from() != null && asked.to() != null && !asked.to().isAfter(asked.from())) {
            throw Problem.invalid(new Violation("/to", "range", "must be after from"));
        }
    }

    /** A time that the database would round could hold an access less than it says. */
    private static void requireExact(String field, Instant time) {
        if (time != null && !time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw Problem.invalid(new Violation(field, "precision", "must have microseconds at most"));
        }
    }

    private HoldView disclose(LegalHold hold) {
        gate.discloseAggregate(hold.client(), List.of(hold));
        return hold.view();
    }
}
