package org.alongside.intake.instrument;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Stored instruments. They hold no client data, so every caller sees the same. */
@ApplicationScoped
class InstrumentRepository implements PanacheRepositoryBase<StoredInstrument, String> {

    /** One writer at a time, over all instances of the service; until the end of the transaction. */
    private static final String ONE_WRITER = "select pg_advisory_xact_lock(hashtext('alongside.instruments'))";
    private static final String ADOPT = """
            update assessment a set instrument_sha256 = i.sha256 from instrument i
             where a.instrument_sha256 is null and i.name = a.instrument and i.version = a.instrument_version""";
    private static final String HOMELESS = """
            select distinct instrument || ' ' || instrument_version from assessment where instrument_sha256 is null
             order by 1""";

    Optional<StoredInstrument> find(String name, String version) {
        return find("name = ?1 and version = ?2", name, version).firstResultOptional();
    }

    /** The version that is stored now; it is not used for the first time before the end of the transaction. */
    Optional<StoredInstrument> findForChange(String name, String version) {
        session().createNativeQuery(ONE_WRITER, Object.class).getSingleResult();
        return find("name = ?1 and version = ?2", name, version).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<StoredInstrument> after(String name, String version, int limit) {
        return find("name > ?1 or name = ?1 and version > ?2 order by name, version", name, version).page(0, limit)
                .list();
    }

    List<StoredInstrument> newest(int limit) {
        return find("order by storedAt desc, name, version").page(0, limit).list();
    }

    /** Ties assessments that are older than the table of instruments to what their version is. */
    void adoptOlderAssessments() {
        session().createNativeMutationQuery(ADOPT).executeUpdate();
    }

    /** Name and version of what older assessments rest on and nobody has stored. */
    List<String> missing() {
        return session().createNativeQuery(HOMELESS, String.class).getResultList();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
