package org.alongside.referral.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.referral.matching.api.FindMatches;
import org.alongside.referral.matching.api.Matches;

/** Services for a need. POST, because what is asked for tells about a person and a URL stands in logs. */
@Path("/v1/matches")
public class MatchingResource {

    private final MatchingService matching;

    MatchingResource(MatchingService matching) {
        this.matching = matching;
    }

    @POST
    @NoClientData(operation = "match.find", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER, Role.INTAKE_WORKER,
            Role.PARTNER_SYSTEM})
    public Matches find(@NotNull @Valid FindMatches body) {
        return matching.find(body);
    }
}
