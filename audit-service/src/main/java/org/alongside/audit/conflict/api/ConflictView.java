package org.alongside.audit.conflict.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.audit.conflict.Relation;
import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A declaration of a conflict of interest.
 *
 * @param worker token subject
 * @param withdrawnAt absent while it is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConflictView(UUID id, String worker, UUID client, Relation relation, Instant declaredAt,
        Instant withdrawnAt, long version) implements AggregateView, Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
