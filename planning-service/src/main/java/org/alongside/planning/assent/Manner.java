package org.alongside.planning.assent;

import org.alongside.kit.code.Coded;

/** How somebody assented. */
public enum Manner implements Coded {
    WRITTEN, ELECTRONIC, VERBAL;
}
