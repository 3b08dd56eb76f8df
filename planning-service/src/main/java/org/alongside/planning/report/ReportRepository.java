package org.alongside.planning.report;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.alongside.kit.figures.Counting;
import org.alongside.kit.figures.Period;
import org.hibernate.Session;

/** Counts people, each once, by what can be said of their cases. One statement: a report is of one moment. */
@ApplicationScoped
class ReportRepository {

    private static final String TALLIES = """
            with cohort as (
                select coalesce(m.survivor_id, c.client_id) as person, c.id, c.status, c.phase, c.opened_at
                  from client_case c
                  left join merged_client m on m.client_id = c.client_id and m.survivor_id is not null
                 where c.home_agency = :agency and c.opened_at >= :start and c.opened_at < :end),
            ended as (
                select k.person, e.reason, e.closed_at - k.opened_at as after
                  from cohort k join closure e on e.case_id = k.id
                 where e.status = 'completed'),
            latest as (
                select distinct on (g.goal_id) k.person, g.level
                  from cohort k join goal_measurement g on g.case_id = k.id
                 order by g.goal_id, g.measured_on desc, g.id desc),
            figure as (
                select person, 'opened' as name from cohort
                union select person, 'status/' || status from cohort
                union select person, 'phase/' || phase from cohort where status <> 'closed'
                union select person, 'ending/' || reason from ended
                union select k.person, 'goal/' || g.status from cohort k join goal g on g.case_id = k.id
                       where g.status in ('achieved', 'partly-achieved', 'not-achieved', 'dropped')
                union select person, case when bool_and(level >= 0) then 'attainment/as-expected' else 'attainment/below' end
                        from latest group by person
                union select k.person, 'hesitation/' || h.cause from cohort k join hesitation h on h.case_id = k.id),
            of_person as (
                select f.person, array_agg(f.name order by f.name) as names,
                       (select cast(floor(extract(epoch from min(e.after)) / 86400) as integer) from ended e
                         where e.person = f.person) as days,
                       (select to_char(min(k.opened_at) at time zone :zone, 'YYYY-MM') from cohort k
                         where k.person = f.person) as month
                  from figure f group by f.person)
            select %s as key, names as figures, count(*) as people, array_agg(days) filter (where days is not null) as days
              from of_person group by 1, 2 order by 1, 2""";

    private final Counting counting;

    ReportRepository(Counting counting) {
        this.counting = counting;
    }

    /** Always in the same order. Row-level security bounds it to what the caller may see of the agency. */
    List<Tally> tallies(UUID agency, Period period, ZoneId zone, GroupBy groupBy) {
        return counting.ask(session -> count(session, agency, period, zone, groupBy));
    }

    private static List<Tally> count(Session session, UUID agency, Period period, ZoneId zone, GroupBy groupBy) {
        String key = groupBy == GroupBy.MONTH ? "month" : "cast(null as text)";
        return session.createNativeQuery(TALLIES.formatted(key), Tuple.class).setParameter("agency", agency)
                .setParameter("start", period.start(zone)).setParameter("end", period.end(zone))
                .setParameter("zone", zone.getId()).getResultStream().map(Tally::of).toList();
    }
}
