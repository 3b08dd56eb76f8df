package org.alongside.audit.accessevent.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An entry of the access log: who did what to whose data, when and why, and where that stands in the log. Ids and codes only.
 *
 * @param entryIndex place in the log, from 0 and without gap
 * @param source service that wrote the event, for example {@code /alongside/intake}
 * @param epoch raised when the source is restored from a backup
 * @param sequence place at the source, from 1 and without gap within its epoch
 * @param sealedAt when the entry was appended
 * @param leafHash SHA-256(0x00 ‖ entry bytes) in hexadecimal
 * @param id of the event
 * @param at time of the access
 * @param accessId {@code Alongside-Access-Id} of the response, shared by the events of one request
 * @param service service that gave access
 * @param operation for example {@code client.read}
 * @param action FHIR AuditEvent action: C, R, U, D or E
 * @param kind of actor: {@code worker}, {@code partner} or {@code system}
 * @param actor subject of the token, or {@code system:<service>/<job>}
 * @param roles of the actor that opened the operation; none in denials, of the system and in entries from before they were recorded
 * @param application client application that was used
 * @param agency agency acted for; absent for the system
 * @param client client touched or, in an aggregate, asked about; absent where none was named
 * @param homeAgency the client's home agency
 * @param seenParts parts disclosed
 * @param records records touched
 * @param purpose purpose of use, HL7 code
 * @param basis why it was allowed
 * @param basisId consent, referral or emergency access behind it
 * @param outcome {@code allowed}, {@code denied}, {@code not-visible} or {@code failed}
 * @param asked in a denial: ids asked for, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessEventView(long entryIndex, String source, int epoch, long sequence, Instant sealedAt,
        String leafHash, UUID id, Instant at, UUID accessId, String service, String operation, String action,
        String kind, String actor, List<String> roles, String application, UUID agency, UUID client, UUID homeAgency,
        @JsonProperty("parts") List<String> seenParts, List<RecordView> records, String purpose, String basis,
        UUID basisId, String outcome, Map<String, UUID> asked) implements AggregateView {

    /** A record touched, with the version seen or written. */
    public record RecordView(String type, UUID id, long version) {}

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
