package org.alongside.referral.synonym.api;

import java.util.Set;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Words that count as another one in a search, both ways.
 *
 * @param synonyms single words in lower case; accents do not count; none takes back those there were
 */
public record Synonyms(@NotNull @Size(max = 50) Set<@NotNull @Pattern(regexp = Synonyms.WORD) String> synonyms) {

    /** As searches see words. */
    public static final String WORD = "[\\p{Ll}\\p{Lo}0-9]{3,40}";
}
