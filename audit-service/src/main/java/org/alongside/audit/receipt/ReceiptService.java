package org.alongside.audit.receipt;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.alongside.audit.checkpoint.Checkpoints;
import org.alongside.audit.checkpoint.StoredCheckpoint;
import org.alongside.audit.receipt.api.ReceiptStatus;
import org.alongside.audit.receipt.api.ReceiptView;
import org.alongside.audit.tile.TileService;
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
    private static final String REMOVED_UNTIL = "select max(ends) from log_month where removed_at is not null and first_index is not null";
    private static final int VERSION_WITH_TIME = 7;
    private static final int BITS_BELOW_MILLIS = 16;

    private final EntityManager entities;
    private final Checkpoints checkpoints;
    private final TileService tiles;
    private final ReceiptConfig config;
    private final Clock clock;

    ReceiptService(EntityManager entities, Checkpoints checkpoints, TileService tiles, ReceiptConfig config,
            Clock clock) {
        this.entities = entities;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.config = config;
        this.clock = clock;
    }

    public ReceiptView read(UUID accessId) {
        Session session = entities.unwrap(Session.class);
        session.createNativeQuery(OPEN, String.class).setParameter("id", accessId.toString()).getSingleResult();
        long size = session.createNativeQuery(SIZE, Long.class).getSingleResult();
        List<Tuple> rows = session.createNativeQuery(ENTRIES, Tuple.class).setParameter("id", accessId).getResultList();
        Optional<StoredCheckpoint> checkpoint = checkpoints.newest().filter(newest -> covers(newest, rows));
        Instant now = clock.instant();
        Instant issued = issuedAt(accessId);
        return new ReceiptView(accessId, status(rows, checkpoint, issued, now),
                rows.stream().map(row -> entry(row, checkpoint)).toList(), size, now, issued,
                checkpoint.map(StoredCheckpoint::note).orElse(null));
    }

    private static boolean covers(StoredCheckpoint checkpoint, List<Tuple> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get("place", Long.class) < checkpoint.size());
    }

    private ReceiptStatus status(List<Tuple> rows, Optional<StoredCheckpoint> checkpoint, Instant issued,
            Instant now) {
        if (checkpoint.isPresent()) {
            return ReceiptStatus.SEALED;
        }
        boolean early = issued != null && now.isBefore(issued.plus(config.arrivalLimit()));
        if (!rows.isEmpty() || early) {
            return ReceiptStatus.ON_ITS_WAY;
        }
        return issued != null && isRemoved(issued) ? ReceiptStatus.REMOVED : ReceiptStatus.MISSING;
    }

    private boolean isRemoved(Instant issued) {
        return entities.unwrap(Session.class).createNativeQuery(REMOVED_UNTIL, Instant.class).getResultStream()
                .anyMatch(until -> until != null && issued.isBefore(until));
    }

    private ReceiptView.Entry entry(Tuple row, Optional<StoredCheckpoint> checkpoint) {
        long index = row.get("place", Long.class);
        return new ReceiptView.Entry(index, row.get("sealed", Instant.class),
                HexFormat.of().formatHex(row.get("hash", byte[].class)),
                checkpoint.map(newest -> tiles.inclusion(index, newest.size()).path()).orElse(null));
    }

    private static Instant issuedAt(UUID id) {
        return id.version() == VERSION_WITH_TIME
                ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_BELOW_MILLIS)
                : null;
    }
}
