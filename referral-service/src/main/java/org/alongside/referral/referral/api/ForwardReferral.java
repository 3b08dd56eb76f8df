package org.alongside.referral.referral.api;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.access.Part;

/**
 * To whom a referral is passed on.
 *
 * @param serviceId an active service of another agency on this suite, by which the referral has not come
 * @param parts     what the next recipient is to see: of the parts of the referral itself; all of these when absent
 * @param message   why, in words to the next recipient; sealed
 */
public record ForwardReferral(@NotNull UUID serviceId, Set<@NotNull Part> parts,
        @NotBlank @Size(max = 4000) String message) {}
