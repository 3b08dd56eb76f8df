package org.alongside.audit.legalhold.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A legal hold.
 *
 * @param agency     that placed it
 * @param everyAgency whether it holds accesses of all agencies, as an auditor's does; otherwise only those by workers of the agency and to
 *                   its clients
 * @param client     id of the client; absent when it is about all
 * @param actor      token subject; absent when it is about all
 * @param from       earliest time of access, inclusive; absent when there is none
 * @param to         latest time of access, exclusive; absent when there is none
 * @param reference  file number of the matter
 * @param placedBy   token subject
 * @param releasedBy token subject; absent while it is in force
 * @param releasedAt absent while it is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldView(UUID id, UUID agency, boolean everyAgency, UUID client, String actor, Instant from, Instant to,
        String reference,
        String placedBy, Instant placedAt, String releasedBy, Instant releasedAt,
        long version) implements AggregateView, Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
