package org.alongside.intake.consent;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a consent. Refusing and revoking are always possible where it matters and never block help. */
public enum ConsentStatus implements State<ConsentStatus> {
    PROPOSED, ACTIVE, REFUSED, REVOKED, EXPIRED;

    @Override
    public Set<ConsentStatus> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(ACTIVE, REFUSED);
            case ACTIVE -> EnumSet.of(REVOKED, EXPIRED);
            case REFUSED, REVOKED, EXPIRED -> EnumSet.noneOf(ConsentStatus.class);
        };
    }
}
