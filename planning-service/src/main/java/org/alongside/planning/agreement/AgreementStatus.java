package org.alongside.planning.agreement;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/**
 * Life of one version of an agreement. {@code proposed}: the worker's terms lie with the client; {@code counter-proposed}: the
 * client's terms lie with the worker. Other terms are always a new version, and the one they answer is superseded.
 */
public enum AgreementStatus implements State<AgreementStatus> {
    DRAFT, PROPOSED, COUNTER_PROPOSED, AGREED, SUPERSEDED, DECLINED, ENDED;

    @Override
    public Set<AgreementStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PROPOSED);
            case PROPOSED -> EnumSet.of(COUNTER_PROPOSED, AGREED, DECLINED, SUPERSEDED);
            case COUNTER_PROPOSED -> EnumSet.of(PROPOSED, AGREED, DECLINED, SUPERSEDED);
            case AGREED -> EnumSet.of(SUPERSEDED, ENDED);
            case SUPERSEDED, DECLINED, ENDED -> EnumSet.noneOf(AgreementStatus.class);
        };
    }

    /** Status of the new version that answers this one with other terms. */
    AgreementStatus answer() {
        return to(this == PROPOSED ? COUNTER_PROPOSED : PROPOSED);
    }
}
