package org.alongside.referral.datapackage;

/** Ends an import without taking anything of it. The message says what, where and what to do. */
final class RefusedImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedImport(String message) {
        super(message);
    }
}
