package org.alongside.audit.alert;

import org.alongside.kit.code.Coded;

/** What a review came to. */
public enum Verdict implements Coded {
    /** The access was part of the work. The rule on connections learns from it. */
    APPROPRIATE,
    /** It was not; what follows is the agency's to decide. */
    INAPPROPRIATE,
    /** There was nothing to look at: the rule rested on a wrong or late fact. */
    RULE_MISTAKEN,
    /** It could not be found out. */
    UNCLEAR;
}
