package org.alongside.referral.referral.api;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.access.Part;
import org.alongside.kit.need.Urgency;
import org.alongside.referral.referral.Requester;

/**
 * A referral to be sent later.
 *
 * @param serviceId an active service of the directory, of another agency on this suite
 * @param needId    the assessed need it is for, if there is one
 * @param category  need category
 * @param parts     what the recipient is to see; {@code identity}, {@code contact} and {@code referral} when absent
 * @param message   why, in words to the recipient; sealed
 * @param requester who asks for it; {@code worker} when absent
 */
public record DraftReferral(@NotNull UUID clientId, @NotNull UUID serviceId, UUID needId,
        @NotNull @Size(max = 60) String category, Set<@NotNull Part> parts,
        @NotBlank @Size(max = 4000) String message, @NotNull Urgency urgency, Requester requester) {

    public DraftReferral {
        requester = requester == null ? Requester.WORKER : requester;
    }

    /** The parts to be shared, stated or not. */
    public Set<Part> sharedParts() {
        return parts == null ? EnumSet.of(Part.IDENTITY, Part.CONTACT, Part.REFERRAL) : parts;
    }
}
