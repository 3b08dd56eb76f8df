package org.alongside.referral.povertyline;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.referral.eligibility.api.Facts;
import org.alongside.referral.povertyline.api.PovertyLineContent;
import org.alongside.referral.povertyline.api.PovertyLineView;
import org.alongside.referral.povertyline.api.PovertyLines;
import org.jboss.resteasy.reactive.RestPath;

/** Poverty lines that income rules of services name. */
@Path("/v1")
public class PovertyLineResource {

    private final PovertyLineService lines;

    PovertyLineResource(PovertyLineService lines) {
        this.lines = lines;
    }

    @GET
    @Path("poverty-lines")
    @NoClientData(operation = "poverty-line.list")
    public PovertyLines all() {
        return lines.all();
    }

    /** Adds a line; 409 {@code conflicting-state} when another one of this name and day is there: a line is never changed. */
    @PUT
    @Path("poverty-lines/{name}/{validFrom}")
    @NoClientData(operation = "poverty-line.put", roles = Role.SYSTEM_ADMIN)
    public PovertyLineView put(@RestPath @Pattern(regexp = Facts.NAME) @Size(max = 60) String name, LocalDate validFrom,
            @NotNull @Valid PovertyLineContent body) {
        return lines.put(name, validFrom, body);
    }
}
