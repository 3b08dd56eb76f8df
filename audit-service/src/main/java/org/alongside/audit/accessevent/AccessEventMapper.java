package org.alongside.audit.accessevent;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.accessevent.api.AccessEventView.RecordView;
import org.alongside.auditlog.LogEntry;
import org.alongside.kit.access.AccessEvent;
import org.alongside.kit.access.AccessEvent.RecordTouched;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes the view of an entry from its bytes, so that what is shown is what can be proved. */
@ApplicationScoped
class AccessEventMapper {

    private final ObjectMapper json;

    AccessEventMapper(ObjectMapper json) {
        this.json = json;
    }

    AccessEventView view(AccessEntry row) {
        LogEntry entry = LogEntry.parse(row.entry());
        AccessEvent event = event(row.entryIndex(), entry);
        return new AccessEventView(row.entryIndex(), entry.source(), entry.epoch(), entry.sequence(), row.sealedAt(),
                HexFormat.of().formatHex(row.leafHash()), event.id(), event.at(), event.access(), event.service(),
                event.op(),
                event.action(), event.kind(), event.actor(), orNone(event.roles()), event.app(), event.agency(),
                event.client(), event.home(),
                orNone(event.parts()), orNone(event.records()).stream().map(AccessEventMapper::touched).toList(),
                event.purpose(), event.basis(), event.basisId(), event.outcome(),
                event.asked() == null ? Map.of() : event.asked());
    }

    private static RecordView touched(RecordTouched touched) {
        return new RecordView(touched.type(), touched.id(), touched.version());
    }

    private AccessEvent event(long index, LogEntry entry) {
        try {
            return json.readValue(entry.payload(), AccessEvent.class);
        } catch (IOException e) {
            throw new IllegalStateException("Entry " + index + " is not what was appended: its payload cannot be read");
        }
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
