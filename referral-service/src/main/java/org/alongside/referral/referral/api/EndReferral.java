package org.alongside.referral.referral.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.referral.referral.StatedReason;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Why a referral ends without the service.
 *
 * @param text more in words, needed with {@code other}; sealed
 */
public record EndReferral(@NotNull StatedReason reason, @Size(max = 2000) String text) {

    @JsonIgnore
    @AssertTrue(message = "The reason other is explained in text.")
    public boolean isOtherExplained() {
        return reason != StatedReason.OTHER || text != null && !text.isBlank();
    }
}
