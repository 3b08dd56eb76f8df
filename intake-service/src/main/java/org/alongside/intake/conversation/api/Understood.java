package org.alongside.intake.conversation.api;

import org.alongside.kit.code.Coded;

/** Whether the client understood, in the worker's judgement after asking for it in the client's own words. */
public enum Understood implements Coded {
    YES, PARTLY, NO
}
