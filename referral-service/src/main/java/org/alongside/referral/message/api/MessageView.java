package org.alongside.referral.message.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A message between the two agencies of a referral.
 *
 * @param agency of the author
 * @param side   {@code sender} or {@code receiver} of the referral
 * @param author token subject
 */
public record MessageView(UUID messageId, UUID referralId, UUID clientId, UUID agency, String side, String author,
        String text, Instant sentAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
