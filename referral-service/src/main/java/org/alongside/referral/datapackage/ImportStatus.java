package org.alongside.referral.datapackage;

import org.alongside.kit.code.Coded;

/** How far an import is. */
enum ImportStatus implements Coded {
    /** It reads, or takes over what it has read. */
    RUNNING,
    /** All of it is in the directory. */
    DONE,
    /** Nothing of it is: it cannot be read, or is beyond a limit. */
    REFUSED,
    /** Nothing of it is: something went wrong here. */
    FAILED
}
