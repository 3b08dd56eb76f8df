package org.alongside.planning.workqueue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.alongside.kit.code.Coded;

/**
 * Reads queues. Row-level security bounds every query here to what the acting agency may see. Each list begins at the cases in which the
 * worker works, by their index, so that it costs what these hold and not what the agency holds.
 */
@ApplicationScoped
class QueueRepository {

    /** After everything that has a day. */
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final String MINE = """
            with mine as (
                select id, client_id, home_agency, status, agreed_until, version from client_case
                 where home_agency = :agency and primary_worker = :worker
                union
                select c.id, c.client_id, c.home_agency, c.status, c.agreed_until, c.version
                  from case_team t join client_case c on c.id = t.case_id
                 where t.worker = :worker and c.home_agency = :agency),
            going as (select * from mine where status = 'open')
            select kind, id, case_id, client_id, home_agency, due_on, status, waits, version from (
            """;

    private static final String PAGE = """
            ) as entry
             where (coalesce(due_on, date '9999-12-31'), id) > (cast(:afterDay as date), cast(:afterId as uuid))
             order by coalesce(due_on, date '9999-12-31'), id
             limit :rows
            """;

    private static final String STEPS = """
            select 'step' as kind, s.id, s.case_id, s.client_id, s.home_agency, s.due_on, s.status,
                   s.referral_id is not null or o.status = 'proposed'
                       or exists (select from step_dependency d join step b on b.id = d.depends_on
                                   where d.step_id = s.id and b.status not in ('done', 'skipped')) as waits,
                   s.version
              from going g join step s on s.case_id = g.id join goal o on o.id = s.goal_id
             where s.status in ('todo', 'doing', 'blocked') and o.status in ('proposed', 'agreed', 'active')""";

    private static final String REVIEWS = """
            select 'review' as kind, r.id, r.case_id, r.client_id, r.home_agency, r.due_on, r.status, false as waits, r.version
              from going g join review r on r.case_id = g.id
             where r.status = 'planned'""";

    private static final String CHECK_INS = """
            select 'check-in' as kind, i.id, i.case_id, i.client_id, i.home_agency, i.due_on, i.status, false as waits, i.version
              from mine m join check_in i on i.case_id = m.id
             where i.status = 'planned'""";

    private static final String AGREEMENTS = """
            select 'agreement' as kind, a.id, a.case_id, a.client_id, a.home_agency, cast(null as date) as due_on, a.status,
                   false as waits, a.version
              from going g join agreement a on a.case_id = g.id
             where true""";

    private static final String WAITS_FOR_THE_WORKER = " and (a.status = 'counter-proposed' and a.worker_agreed_at is null"
            + " or a.status = 'proposed' and a.client_agreed_at is not null)";
    private static final String WAITS_FOR_THE_CLIENT = " and (a.status = 'proposed' and a.client_agreed_at is null"
            + " or a.status = 'counter-proposed' and a.worker_agreed_at is not null)";

    private static final String HESITATIONS = """
            select 'hesitation' as kind, h.id, h.case_id, h.client_id, h.home_agency, cast(null as date) as due_on, h.status,
                   false as waits, h.version
              from going g join hesitation h on h.case_id = g.id
             where h.status = 'raised'""";

    private static final String SENT_BACK = """
            select 'closure' as kind, e.id, e.case_id, e.client_id, e.home_agency, cast(null as date) as due_on, e.status,
                   false as waits, e.version
              from mine m join closure e on e.case_id = m.id
             where e.status = 'draft' and e.sent_back is not null""";

    /** What is about the supervisor, row-level security hides. */
    private static final String FOR_SUPERVISORS = """
            select 'closure' as kind, e.id, e.case_id, e.client_id, e.home_agency, cast(null as date) as due_on, e.status,
                   false as waits, e.version
              from closure e
             where :supervisor and e.home_agency = :agency and e.status = 'awaiting-approval'
            union all
            select 'dependency-review' as kind, d.id, d.case_id, d.client_id, d.home_agency, cast(null as date) as due_on,
                   d.status, false as waits, d.version
              from dependency_review d
             where :supervisor and d.home_agency = :agency and d.status = 'raised'
            union all
            select 'complaint' as kind, k.id, k.case_id, k.client_id, k.home_agency, cast(null as date) as due_on, k.status,
                   false as waits, k.version
              from complaint k
             where :supervisor and k.home_agency = :agency and k.status in ('received', 'under-review')
            union all
            select 'worker-request' as kind, w.id, w.case_id, w.client_id, w.home_agency, cast(null as date) as due_on,
                   w.status, false as waits, w.version
              from worker_request w
             where :supervisor and w.home_agency = :agency and w.status = 'requested'""";

    private static final String OVER_TIME = """
            select 'case' as kind, m.id, m.id as case_id, m.client_id, m.home_agency, m.agreed_until as due_on, m.status,
                   false as waits, m.version
              from mine m
             where m.status <> 'closed' and m.agreed_until < :today""";

    private static final String PROPOSED_GOALS = """
            select 'goal' as kind, o.id, o.case_id, o.client_id, o.home_agency, cast(null as date) as due_on, o.status,
                   false as waits, o.version
              from going g join goal o on o.case_id = g.id
             where o.status = 'proposed'""";

    /** Also of a closed case, since they go on. */
    private static final String REFERRALS = """
            select distinct on (f.id) 'referral' as kind, f.id, m.id as case_id, f.client_id, f.home_agency,
                   cast(null as date) as due_on, f.status, false as waits, f.version
              from mine m join referral_state f on f.client_id = m.client_id
             where f.status in ('requested', 'waitlisted', 'accepted', 'scheduled', 'in-progress', 'on-hold')""";

    private static final String TODAY = " and due_on = :today";
    private static final String BEFORE = " and due_on < :today";

    private static final Map<QueueList, String> LISTS = Map.of(
            QueueList.TODAY, all(STEPS + TODAY, REVIEWS + TODAY, CHECK_INS + TODAY, AGREEMENTS + WAITS_FOR_THE_WORKER,
                    HESITATIONS, SENT_BACK, FOR_SUPERVISORS),
            QueueList.OVERDUE, all(STEPS + BEFORE, REVIEWS + BEFORE, CHECK_INS + BEFORE, OVER_TIME),
            QueueList.WAITING_FOR_CLIENT, all(STEPS + " and s.owner = 'client'", AGREEMENTS + WAITS_FOR_THE_CLIENT,
                    PROPOSED_GOALS),
            QueueList.WAITING_FOR_AGENCY, all(STEPS + " and s.owner = 'agency'", REFERRALS));

    private final EntityManager entities;

    QueueRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param worker     token subject
     * @param supervisor whether what waits for a supervisor of the agency is part of the list
     * @param today      at the agency
     * @param after      the last row of the page before; {@code null} for the first page
     */
    List<QueueRow> read(QueueList list, UUID agency, String worker, boolean supervisor, LocalDate today,
            Position after, int rows) {
        Position from = after == null ? new Position(LocalDate.EPOCH, new UUID(0, 0)) : after;
        Query query = entities.createNativeQuery(MINE + LISTS.get(list) + PAGE, Tuple.class)
                .setParameter("agency", agency).setParameter("worker", worker)
                .setParameter("afterDay", from.day()).setParameter("afterId", from.id()).setParameter("rows", rows);
        if (list == QueueList.TODAY || list == QueueList.OVERDUE) {
            query.setParameter("today", today);
        }
        if (list == QueueList.TODAY) {
            query.setParameter("supervisor", supervisor);
        }
        List<?> found = query.getResultList();
        return found.stream().map(row -> row((Tuple) row)).toList();
    }

    private static String all(String... parts) {
        return String.join("\nunion all\n", parts);
    }

    private static QueueRow row(Tuple row) {
        return new QueueRow(Coded.stored(QueueKind.class, row.get("kind", String.class)), row.get("id", UUID.class),
                row.get("case_id", UUID.class), row.get("client_id", UUID.class), row.get("home_agency", UUID.class),
                day(row.get("due_on")), row.get("status", String.class), row.get("waits", Boolean.class),
                row.get("version", Long.class));
    }

    private static LocalDate day(Object stored) {
        return stored == null ? null : stored instanceof LocalDate day ? day : ((java.sql.Date) stored).toLocalDate();
    }

    /** Where in the order of a list a row stands. */
    record Position(LocalDate day, UUID id) {

        static Position of(QueueRow row) {
            return new Position(row.dueOn() == null ? NO_DAY : row.dueOn(), row.recordId());
        }
    }
}
