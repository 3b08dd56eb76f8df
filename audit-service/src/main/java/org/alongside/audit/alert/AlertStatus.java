package org.alongside.audit.alert;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Whether somebody has looked at an alert. A verdict stays: what happens later makes another alert. */
public enum AlertStatus implements State<AlertStatus> {
    OPEN, REVIEWED;

    @Override
    public Set<AlertStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(REVIEWED);
            case REVIEWED -> EnumSet.noneOf(AlertStatus.class);
        };
    }
}
