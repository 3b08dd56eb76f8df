package org.alongside.planning.caseload.api;

import java.util.Set;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one worker keeps, for the care of that worker.
 *
 * @param cases  that are not closed, as primary worker
 * @param weight the sum of theirs, each 1 to 5
 * @param limit  above which an assignment needs a supervisor; absent where the agency has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseloadView(long cases, long weight, Integer limit,
        @JsonIgnore Set<Part> parts) implements AggregateView {}
