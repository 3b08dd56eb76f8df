package org.alongside.audit.alert.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.audit.alert.AlertStatus;
import org.alongside.audit.alert.Ground;
import org.alongside.audit.alert.Verdict;
import org.alongside.audit.alert.rule.RuleCode;
import org.alongside.audit.alert.rule.Severity;
import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An alert. Ids and codes only.
 *
 * @param explanation why it was raised, in a sentence
 * @param actor token subject
 * @param agency that the actor acted for
 * @param client absent when it is about the actor's conduct as a whole
 * @param homeAgency of the client
 * @param entries indexes of entries of the access log behind it; of more than 50 the first and the last 25
 * @param occurrences how many there are
 * @param firstSeen time of the first access
 * @param lastSeen time of the last one
 * @param verdict of the review, with its ground, by whom and when; absent while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertView(UUID id, RuleCode rule, Severity severity, String explanation, String actor, UUID agency,
        UUID client, UUID homeAgency, List<Long> entries, int occurrences, Instant firstSeen, Instant lastSeen,
        Instant raisedAt, AlertStatus status, Verdict verdict, Ground ground, String reviewedBy, Instant reviewedAt,
        long version) implements AggregateView, Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
