package org.alongside.intake.erasure.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Asks for a client to be erased.
 *
 * @param words why, in words; needed for {@code other}. Sealed, and erased with the client
 */
public record RequestErasure(@NotNull ErasureReason reason, @Size(min = 1, max = 2000) String words) {

    @JsonIgnore
    @AssertTrue(message = "words are needed when reason is other.")
    public boolean isExplained() {
        return reason != ErasureReason.OTHER || words != null;
    }
}
