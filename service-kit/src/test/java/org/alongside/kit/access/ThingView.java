package org.alongside.kit.access;

import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

record ThingView(UUID id, UUID clientId, String label, @JsonIgnore Set<Part> parts) implements DisclosedView {

    static ThingView of(Thing thing, Disclosure disclosure) {
        return new ThingView(thing.id, thing.clientId, thing.label, disclosure.parts());
    }
}
