package org.alongside.intake.client.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A client as far as the caller may see it: parts that are not granted are absent. The links are those of FHIR R4 Patient.link, of the types
 * {@code replaced-by} and {@code replaces}.
 *
 * @param replacedBy the record of the same person that this one is merged into; to the home agency alone, absent for none
 * @param replaces   the records of the same person that are merged into this one; to the home agency alone, absent for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClientView(UUID clientId, UUID homeAgency, Identity identity, Contact contact, UUID replacedBy,
        List<UUID> replaces, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
