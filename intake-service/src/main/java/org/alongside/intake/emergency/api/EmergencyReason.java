package org.alongside.intake.emergency.api;

import org.alongside.kit.code.Coded;

/** Why waiting for the client's consent would do harm. */
public enum EmergencyReason implements Coded {
    /** Somebody may be killed or badly hurt. */
    DANGER_TO_LIFE,
    /** The client cannot be asked: unconscious, not reachable, not able to answer. */
    CANNOT_BE_ASKED,
    /** A child or somebody who depends on others is in danger. */
    CHILD_OR_DEPENDENT_IN_DANGER,
    /** A place to sleep or to hide is needed before anybody could answer. */
    SHELTER_TONIGHT,
    /** A deadline passes that takes a right away for good. */
    LEGAL_DEADLINE
}
