package org.alongside.audit.accessevent.api;

import java.util.Set;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An entry as it is sealed.
 *
 * @param entryIndex place in the log
 * @param entry      its bytes, see {@link org.alongside.auditlog.LogEntry}
 */
public record EntryBytes(long entryIndex, byte[] entry) implements AggregateView {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
