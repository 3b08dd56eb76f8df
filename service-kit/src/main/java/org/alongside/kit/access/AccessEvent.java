package org.alongside.kit.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One access to one client's data, or to none in particular, as it goes into the log. Ids and codes only: never a name, a
 * contact, a search term or free text. Field names are short because the log keeps every byte for years; schema:
 * {@code events/org.alongside.audit.access.v1.json}.
 *
 * @param id       id of this event
 * @param at       time of the access
 * @param access   {@code Alongside-Access-Id} of the response, shared by the events of one request
 * @param service  service that captured it
 * @param op       operation, for example {@code client.read}
 * @param action   FHIR AuditEvent action: C, R, U, D or E
 * @param kind     {@code worker}, {@code partner} or {@code system}
 * @param actor    subject of the token, or {@code system:<service>/<job>}
 * @param app      client application of the token
 * @param agency   acting agency
 * @param roles    those roles of the token for which the operation is open; absent in denials, of the system and in entries from before
 *                 they were recorded
 * @param client   the client touched; absent in denials that name none, in aggregates, and where only a record that names no client was seen
 * @param home     the client's home agency
 * @param parts    parts disclosed
 * @param records  records touched, with the version seen or written
 * @param purpose  purpose of use, HL7 code
 * @param basis    why it was allowed
 * @param basisId  consent, referral or emergency access behind it
 * @param outcome  {@code allowed}, {@code denied}, {@code not-visible} or {@code failed}
 * @param asked    for denials: ids in the request path by parameter name, and in the body by member
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccessEvent(UUID id, Instant at, UUID access, String service, String op, String action, String kind,
        String actor,
        String app, UUID agency, List<String> roles, UUID client, UUID home, List<String> parts,
        List<RecordTouched> records,
        String purpose,
        String basis, UUID basisId, String outcome, Map<String, UUID> asked) {

    /** Kafka topic; each source's events have its service as key. */
    public static final String TOPIC = "audit.access.v1";
    /** Type of the event; names its schema. */
    public static final String TYPE = "org.alongside.audit.access.v1";

    /** A record in an access event: type, id, version. */
    public record RecordTouched(String type, UUID id, long version) {}
}
