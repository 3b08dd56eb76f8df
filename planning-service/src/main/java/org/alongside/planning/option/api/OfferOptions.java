package org.alongside.planning.option.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Ways to a goal that are offered together.
 *
 * @param options one after the other as they are to be listed
 */
public record OfferOptions(@NotNull @Size(min = 1, max = 10) List<@NotNull @Valid NewOption> options) {

    /** @param words in words that client and worker both use */
    public record NewOption(@NotBlank @Size(max = 2000) String words) {}
}
