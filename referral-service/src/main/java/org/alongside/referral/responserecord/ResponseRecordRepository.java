package org.alongside.referral.responserecord;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Writes {@code response_record} from {@code reported_event}, in the database alone. */
@ApplicationScoped
class ResponseRecordRepository {

    private static final String FORGET = "delete from response_record";
    /**
     * The first move after sending is the answer, in time or late. Without an answer a referral counts once its promise is
     * over; what the sender took back before counts neither way.
     */
    private static final String COUNT = """
            insert into response_record (agency_id, in_time)
            select q.recipient,
                   floor(100.0 * count(*) filter (where m.answer and m.at <= q.respond_by) / count(*))
              from reported_event q
              left join lateral (
                   select h.at, h.status in ('accepted', 'declined', 'waitlisted') as answer, h.status
                     from reported_event h
                    where h.referral_id = q.referral_id and h.status <> 'requested'
                    order by h.version limit 1) m on true
             where q.verb = 'requested' and q.at >= :since and q.respond_by is not null
               and m.status is distinct from 'entered-in-error'
               and (m.answer or q.respond_by < coalesce(m.at, :now))
             group by q.recipient
            having count(*) >= :least""";

    private final EntityManager entities;

    ResponseRecordRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** @param least number of referrals that make a record */
    void refresh(Instant since, Instant now, int least) {
        Session session = entities.unwrap(Session.class);
        session.createNativeMutationQuery(FORGET).executeUpdate();
        session.createNativeMutationQuery(COUNT).setParameter("since", since).setParameter("now", now)
                .setParameter("least", least).executeUpdate();
    }
}
