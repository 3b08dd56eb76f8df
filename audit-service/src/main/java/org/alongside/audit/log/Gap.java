package org.alongside.audit.log;

/** Sequences of a source, both ends included, that had not arrived when a later one did. */
record Gap(String source, int epoch, long from, long to) {

    long size() {
        return to - from + 1;
    }
}
