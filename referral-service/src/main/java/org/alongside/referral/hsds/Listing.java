package org.alongside.referral.hsds;

/**
 * A list as asked for.
 *
 * @param minimal only ids and times instead of documents of the shape
 */
record Listing(HsdsQuery query, DocumentShape shape, boolean minimal) {}
