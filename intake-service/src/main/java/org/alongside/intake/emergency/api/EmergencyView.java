package org.alongside.intake.emergency.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An emergency access.
 *
 * @param emergencyAccessId id; the grant that rests on it names it as its basis
 * @param clientId          the client who was opened
 * @param agency            whose worker opened it
 * @param worker            token subject of that worker
 * @param opened            parts that it opens
 * @param endsAt            when it ends, or ended
 * @param endedBy           token subject of who ended it before its time; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmergencyView(UUID emergencyAccessId, UUID clientId, UUID homeAgency, UUID agency, String worker,
        EmergencyReason reasonCode, String reason, @JsonProperty("parts") List<String> opened, Instant openedAt,
        Instant endsAt, String endedBy, @JsonIgnore Set<Part> disclosedParts, @JsonIgnore long revision)
        implements
            DisclosedView,
            Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return disclosedParts;
    }

    @Override
    @JsonIgnore
    public long version() {
        return revision;
    }
}
