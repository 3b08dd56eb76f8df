package org.alongside.intake.household.api;

import org.alongside.kit.code.Coded;

/** What a member of a household is to the client. */
public enum Relation implements Coded {
    PARTNER, PARENT, CHILD, GRANDPARENT, GRANDCHILD, SIBLING,
    /** Has custody of the client without being a parent. */
    GUARDIAN,
    /** Is in the client's custody without being a child of theirs. */
    WARD,
    /** Related in another way. */
    RELATIVE,
    /** Shares the home and no more. */
    HOUSEMATE, OTHER;

    /** What the client is to the member. */
    public Relation inverse() {
        return switch (this) {
            case PARENT -> CHILD;
            case CHILD -> PARENT;
            case GRANDPARENT -> GRANDCHILD;
            case GRANDCHILD -> GRANDPARENT;
            case GUARDIAN -> WARD;
            case WARD -> GUARDIAN;
            default -> this;
        };
    }
}
