package org.alongside.planning.workqueue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.planning.workqueue.QueueRepository.Position;
import org.alongside.planning.workqueue.api.QueueEntry;

/** Says what waits for a worker, and for whom the worker waits. */
@ApplicationScoped
@Transactional
public class QueueService {

    private static final String LIST = "work-queue.list";

    private final QueueRepository queues;
    private final AgencyCalendar calendar;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;

    QueueService(QueueRepository queues, AgencyCalendar calendar, AccessGate gate, AccessContext access,
            Cursors cursors) {
        this.queues = queues;
        this.calendar = calendar;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
    }

    /** The caller's own, what is due first coming first and what has no day last. */
    public Page<QueueEntry> of(QueueList list, PageRequest page) {
        Caller caller = access.caller();
        LocalDate today = calendar.today(caller.agency());
        List<QueueRow> rows = queues.read(list, caller.agency(), caller.subject(),
                caller.roles().contains(Role.SUPERVISOR), today, after(list, page), page.rowsToRead());
        return Page.ofVisible(rows, page, row -> gate.find(row).map(disclosure -> entry(row, disclosure, caller)),
                row -> {
                    Position last = Position.of(row);
                    return cursors.seal(LIST, list, last.day().toString(), last.id().toString());
                });
    }

    private Position after(QueueList list, PageRequest page) {
        if (page.cursor() == null) {
            return null;
        }
        List<String> last = cursors.open(LIST, list, page.cursor());
        return new Position(LocalDate.parse(last.get(0)), UUID.fromString(last.get(1)));
    }

    private static QueueEntry entry(QueueRow row, Disclosure disclosure, Caller caller) {
        return new QueueEntry(row.kind(), row.recordId(), row.caseId(), row.clientId(), row.dueOn(), row.status(),
                row.recordVersion(), row.kind().allowed(row.status(), row.waits(), caller.roles()),
                disclosure.parts());
    }
}
