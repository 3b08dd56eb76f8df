package org.alongside.intake.history;

import java.util.List;
import java.util.UUID;

import org.alongside.intake.history.api.Action;

/**
 * What a client's record became.
 *
 * @param version  of the record after it
 * @param changed  JSON Pointers of the members that differ from the version before
 * @param identity sealed, as the record holds it
 * @param contact  sealed, as the record holds it; null when nothing is recorded
 */
public record Change(UUID clientId, UUID homeAgency, long version, Action action, List<String> changed,
        byte[] identity, byte[] contact) {}
