package org.alongside.kit.http;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A row of table {@code thing} as record and as view, for the tests of HTTP mechanisms. */
record KeptThing(UUID recordId, UUID clientId, @JsonIgnore UUID homeAgency, String label, long recordVersion)
        implements
            ClientRecord {

    record View(UUID id, UUID clientId, String label, @JsonIgnore Set<Part> parts, @JsonIgnore long version)
            implements
                DisclosedView,
                Versioned {}

    @Override
    public String recordType() {
        return "thing";
    }

    View view(Disclosure disclosure) {
        return new View(recordId, clientId, label, disclosure.parts(), recordVersion);
    }
}
