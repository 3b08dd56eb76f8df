package org.alongside.kit.access;

import java.util.Set;
import java.util.UUID;

/**
 * A positive decision, already captured: this caller may see these parts of this client. Mappers take one to make a view, so a
 * view cannot be made without a decision.
 *
 * @param parts   what may be shown: the operation's parts, narrowed by the grant
 * @param basis   {@code home-agency}, {@code consent}, {@code referral}, {@code emergency}, {@code oversight}, {@code system}
 * @param basisId the consent, referral or emergency access behind it, or {@code null}
 */
public record Disclosure(UUID clientId, UUID homeAgency, Set<Part> parts, String basis, UUID basisId) {

    public boolean has(Part part) {
        return parts.contains(part);
    }
}
