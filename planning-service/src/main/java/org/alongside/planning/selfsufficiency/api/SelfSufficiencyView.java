package org.alongside.planning.selfsufficiency.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.selfsufficiency.LifeDomain;
import org.alongside.planning.selfsufficiency.Occasion;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far the client got by alone on a day.
 *
 * @param levels     by part of life, 1 (in crisis) to 5 (gets by alone)
 * @param measuredBy token subject
 */
public record SelfSufficiencyView(UUID selfSufficiencyId, UUID caseId, UUID clientId, Occasion occasion,
        Map<LifeDomain, Integer> levels, LocalDate measuredOn, String measuredBy, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
