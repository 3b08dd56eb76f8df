package org.alongside.kit.record;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.MappedSuperclass;

import org.alongside.kit.access.Part;

/** A stored record of a client that stays between the client and the home agency: no grant opens it, whichever parts it names. */
@MappedSuperclass
public abstract class HomeEntity extends ClientEntity {

    /** For Hibernate. */
    protected HomeEntity() {}

    protected HomeEntity(UUID id, UUID clientId, UUID homeAgency) {
        super(id, clientId, homeAgency);
    }

    @Override
    public Set<Part> partsByGrant() {
        return EnumSet.noneOf(Part.class);
    }
}
