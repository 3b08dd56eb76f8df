package org.alongside.intake.household.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Who lives with a client.
 *
 * @param members     as they were recorded with this client; to other agencies without the ids of those who are clients
 * @param fromOthers  clients with whose household this client was recorded, by what they are to this client; to be changed there.
 *                    Empty to other agencies
 */
public record HouseholdView(UUID clientId, List<Member> members, List<Member> fromOthers,
        @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {

    /**
     * What the client may be handed: what was recorded with this client. That somebody in it is a client too, and what others said of this
     * one, is theirs: it may tell a violent partner who was here, and what they told.
     */
    public HouseholdView forTheClient() {
        return new HouseholdView(clientId, members.stream().map(Member::forOtherAgencies).toList(), List.of(), parts,
                version);
    }
}
