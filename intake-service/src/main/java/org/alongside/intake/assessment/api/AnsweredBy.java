package org.alongside.intake.assessment.api;

import org.alongside.kit.code.Coded;

/** Whose answers they are. */
public enum AnsweredBy implements Coded {
    /** The person, also when a worker wrote them down. */
    CLIENT,
    /** Someone who speaks for the person. */
    PROXY,
    /** The worker, from what is known. */
    WORKER;
}
