package org.alongside.audit.receipt;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.alongside.audit.receipt.api.ReceiptView;
import org.hibernate.Session;

/**
 * Finds an access in the log by its id alone. Runs without an access context: row-level security shows the entries of the one id that is
 * asked for (policy {@code receipts}) and nothing else.
 */
@ApplicationScoped
@Transactional
public class ReceiptService {

    private static final String OPEN = "select set_config('alongside.receipt', :id, true)";
    // Before the entries are read: what arrives in between is shown, never missed below the size that is stated.
    private static final String SIZE = "select size from log_head";
    private static final String ENTRIES = """
            select entry_index as place, sealed_at as sealed, leaf_hash as hash
              from log_entry where access_id = :id order by entry_index""";
    private static final int VERSION_WITH_TIME = 7;
    private static final int BITS_BELOW_MILLIS = 16;

    private final EntityManager entities;
    private final Clock clock;

    ReceiptService(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public ReceiptView read(UUID accessId) {
        Session session = entities.unwrap(Session.class);
        session.createNativeQuery(OPEN, String.class).setParameter("id", accessId.toString()).getSingleResult();
        long size = session.createNativeQuery(SIZE, Long.class).getSingleResult();
        List<ReceiptView.Entry> entries = session.createNativeQuery(ENTRIES, Tuple.class).setParameter("id", accessId)
                .getResultList().stream().map(ReceiptService::entry).toList();
        return new ReceiptView(accessId, !entries.isEmpty(), entries, size, clock.instant(), issuedAt(accessId));
    }

    private static ReceiptView.Entry entry(Tuple row) {
        return new ReceiptView.Entry(row.get("place", Long.class), row.get("sealed", Instant.class),
                HexFormat.of().formatHex(row.get("hash", byte[].class)));
    }

    private static Instant issuedAt(UUID id) {
        return id.version() == VERSION_WITH_TIME
                ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_BELOW_MILLIS)
                : null;
    }
}
