package org.alongside.audit.proof.api;

import java.util.List;

/**
 * Proof that the log grew from one size to another by appending only: RFC 6962 §2.1.2.
 *
 * @param from number of entries of the smaller log
 * @param to   number of entries of the larger one
 * @param path 32 bytes each, base64, in the order of the specification
 */
public record ConsistencyView(long from, long to, List<byte[]> path) {}
