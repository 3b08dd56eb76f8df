package org.alongside.referral.hsds;

/**
 * A place in a document where another entity is nested.
 *
 * @param name   of the member in the document
 * @param entity what is nested there
 * @param list   many, found by their {@code key}; otherwise one, found by the {@code key} of the row around it
 * @param key    column that joins the two
 */
public record HsdsMember(String name, HsdsEntity entity, boolean list, String key) {}
