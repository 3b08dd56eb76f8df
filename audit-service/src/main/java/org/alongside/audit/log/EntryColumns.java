package org.alongside.audit.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.alongside.auditlog.LogEntry;
import org.alongside.kit.access.AccessEvent;

/**
 * How the bytes of an entry show in the columns of {@code log_entry}. Every column but index and time of sealing follows from the
 * bytes, so that a verifier can compare them; times are cut to microseconds, which is what PostgreSQL keeps.
 */
final class EntryColumns {

    static final String INSERT = """
            insert into log_entry (entry_index, sequence, at, sealed_at, epoch, event_id, access_id, agency, client, home_agency,
                                   basis_id, source, operation, action, kind, actor, parts, purpose, basis, outcome, entry,
                                   leaf_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private EntryColumns() {}

    static void bind(PreparedStatement insert, long index, Instant sealedAt, Arrival arrival, byte[] leafHash)
            throws SQLException {
        LogEntry entry = arrival.entry();
        AccessEvent event = arrival.event();
        insert.setLong(1, index);
        insert.setLong(2, entry.sequence());
        insert.setObject(3, time(event.at()));
        insert.setObject(4, time(sealedAt));
        insert.setInt(5, entry.epoch());
        id(insert, 6, event.id());
        id(insert, 7, event.access());
        id(insert, 8, event.agency());
        id(insert, 9, event.client());
        id(insert, 10, event.home());
        id(insert, 11, event.basisId());
        insert.setString(12, entry.source());
        insert.setString(13, event.op());
        insert.setString(14, event.action());
        insert.setString(15, event.kind());
        insert.setString(16, event.actor());
        List<String> parts = event.parts() == null ? List.of() : event.parts();
        insert.setArray(17, insert.getConnection().createArrayOf("text", parts.toArray()));
        insert.setString(18, event.purpose());
        insert.setString(19, event.basis());
        insert.setString(20, event.outcome());
        insert.setBytes(21, entry.bytes());
        insert.setBytes(22, leafHash);
    }

    private static void id(PreparedStatement insert, int place, UUID id) throws SQLException {
        insert.setObject(place, id, Types.OTHER);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
