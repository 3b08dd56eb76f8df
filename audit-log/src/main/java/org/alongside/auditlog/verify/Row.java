package org.alongside.auditlog.verify;

import java.util.Map;

/**
 * One entry as a source has it.
 *
 * @param index    its number, as stored
 * @param entry    its bytes; null when they were removed, and the leaf hash stayed
 * @param leafHash stored beside it; null when the source has none
 * @param where    where that hash is stored, for messages
 * @param columns  stored beside it, by name: a string, a number, a list of strings or null; null when the source has none
 */
record Row(long index, byte[] entry, byte[] leafHash, String where, Map<String, Object> columns) {}
