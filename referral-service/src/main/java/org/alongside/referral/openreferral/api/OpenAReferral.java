package org.alongside.referral.openreferral.api;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.kit.access.Part;
import org.alongside.kit.need.Urgency;

/**
 * A need for which any eligible agency is welcome. Category, area and urgency are shown to all agencies, the rest to nobody
 * before the client has agreed.
 *
 * @param needId         the assessed need it is for, if there is one
 * @param areaPostalCode five digits: where help is needed. Shown to every agency, so nothing else fits in
 * @param parts          what the recipient is to see then; {@code identity}, {@code contact} and {@code referral} when absent
 * @param message        why, in words to the recipient; sealed
 */
public record OpenAReferral(@NotNull UUID clientId, UUID needId, @NotNull @Size(max = 60) String category,
        @NotNull @Pattern(regexp = "\\d{5}") String areaPostalCode, @NotNull Urgency urgency, Set<@NotNull Part> parts,
        @NotBlank @Size(max = 4000) String message) {

    /** The parts to be shared, stated or not. */
    public Set<Part> sharedParts() {
        return parts == null ? EnumSet.of(Part.IDENTITY, Part.CONTACT, Part.REFERRAL) : parts;
    }
}
