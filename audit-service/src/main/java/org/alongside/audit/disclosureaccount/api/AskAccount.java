package org.alongside.audit.disclosureaccount.api;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Whose account, of which time, in which language. In a body: the id of a person has no place in a URL.
 *
 * @param client   id of the client
 * @param from     earliest time of access, inclusive, RFC 3339; absent for the first there is
 * @param to       latest time of access, exclusive, RFC 3339; absent for the last there is
 * @param language of the sentences; {@code en} when absent
 */
public record AskAccount(@NotNull UUID client, Instant from, Instant to, Language language) {

    public AskAccount {
        language = language == null ? Language.EN : language;
    }
}
