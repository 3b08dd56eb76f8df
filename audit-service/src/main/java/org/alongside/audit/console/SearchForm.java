package org.alongside.audit.console;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.ws.rs.FormParam;

import org.alongside.audit.accessevent.AccessEventQuery;
import org.alongside.kit.problem.Problem;

/**
 * The filters of {@link AccessEventQuery} as a browser sends them: what was left empty narrows nothing, times are without offset and in UTC.
 *
 * @param cursor of the page that follows, as in the API
 */
public record SearchForm(@FormParam("client") String client, @FormParam("actor") String actor,
        @FormParam("agency") String agency, @FormParam("operation") String operation,
        @FormParam("purpose") String purpose, @FormParam("basis") String basis, @FormParam("outcome") String outcome,
        @FormParam("source") String source, @FormParam("accessId") String accessId, @FormParam("from") String from,
        @FormParam("to") String to, @FormParam("cursor") String cursor) {

    static final SearchForm EMPTY = new SearchForm(null, null, null, null, null, null, null, null, null, null, null,
            null);

    /** The form that asks for what a query asks. */
    static SearchForm of(AccessEventQuery query) {
        return new SearchForm(text(query.client()), query.actor(), text(query.agency()), query.operation(),
                query.purpose(), query.basis(), query.outcome(), query.source(), text(query.accessId()),
                local(query.from()), local(query.to()), null);
    }

    /** @throws Problem {@code invalid-input} or {@code unknown-code} naming the fields that are wrong */
    AccessEventQuery query() {
        return new AccessEventQuery(id("client", client), Fields.orNull(actor), id("agency", agency),
                Fields.orNull(operation),
                Fields.orNull(purpose), Fields.orNull(basis), Fields.orNull(outcome), Fields.orNull(source),
                id("accessId", accessId),
                time("from", from), time("to", to)).checked("");
    }

    public List<String> purposes() {
        return AccessEventQuery.PURPOSES;
    }

    public List<String> bases() {
        return AccessEventQuery.BASES;
    }

    public List<String> outcomes() {
        return AccessEventQuery.OUTCOMES;
    }

    /** What a form has to send to ask the same, by the names of the fields. */
    public Map<String, String> sent() {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("client", client);
        sent.put("actor", actor);
        sent.put("agency", agency);
        sent.put("operation", operation);
        sent.put("purpose", purpose);
        sent.put("basis", basis);
        sent.put("outcome", outcome);
        sent.put("source", source);
        sent.put("accessId", accessId);
        sent.put("from", from);
        sent.put("to", to);
        sent.values().removeIf(Objects::isNull);
        return sent;
    }

    private static UUID id(String field, String text) {
        return Fields.read(field, text, UUID::fromString,
                "must be an id of 36 characters: 8-4-4-4-12 hexadecimal digits");
    }

    private static Instant time(String field, String text) {
        return Fields.read(field, text, sent -> LocalDateTime.parse(sent).toInstant(ZoneOffset.UTC),
                "must be a date and time, such as 2026-11-22T09:30");
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String local(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
