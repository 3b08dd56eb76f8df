package org.alongside.referral.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads when services were last confirmed; SQL, for the directory has no entities. */
@ApplicationScoped
class VerificationRepository {

    /** Stands before every day for a service that was never confirmed, in the order and in the cursor. */
    static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private static final String SERVICE = "select s.id, s.name, s.assured_date from service s";
    private static final String DUE = SERVICE + " " + """
             join organization o on o.id = s.organization_id
             where o.x_agency_id is not distinct from :agency and s.status = 'active' and s.x_vanished_at is null
               and coalesce(s.assured_date, date '0001-01-01') < :before
               and (coalesce(s.assured_date, date '0001-01-01'), s.id) > (:day, :last)
             order by coalesce(s.assured_date, date '0001-01-01'), s.id""";

    private final EntityManager entities;

    VerificationRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The longest unconfirmed first.
     *
     * @param agency null for organizations that are no agency
     * @param day    of the last one seen, with {@code last}, its id
     */
    List<Confirmed> due(UUID agency, LocalDate before, LocalDate day, UUID last, int limit) {
        return query(DUE).setParameter("agency", agency, UUID.class).setParameter("before", before)
                .setParameter("day", day).setParameter("last", last).setMaxResults(limit).getResultStream()
                .map(Confirmed::of).toList();
    }

    Optional<Confirmed> of(UUID service) {
        return query(SERVICE + " where s.id = :id").setParameter("id", service).getResultStream().map(Confirmed::of)
                .findFirst();
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }

    /** @param on null for never */
    record Confirmed(UUID serviceId, String serviceName, LocalDate on) {

        static Confirmed of(Tuple row) {
            return new Confirmed(row.get("id", UUID.class), row.get("name", String.class),
                    row.get("assured_date", LocalDate.class));
        }

        /** For the order: never is before every day. */
        LocalDate day() {
            return on == null ? NEVER : on;
        }
    }
}
