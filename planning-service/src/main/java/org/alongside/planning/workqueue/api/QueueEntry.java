package org.alongside.planning.workqueue.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.planning.workqueue.QueueKind;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that waits.
 *
 * @param id             of the record of that kind
 * @param dueOn          absent for what has no day; of a case that is over time the planned end
 * @param version        for {@code If-Match} of the commands on the record
 * @param allowedActions commands that the caller can give now; empty when somebody else has to do something
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueEntry(QueueKind kind, UUID id, UUID caseId, UUID clientId, LocalDate dueOn, String status,
        long version, List<String> allowedActions, @JsonIgnore Set<Part> parts) implements DisclosedView {}
