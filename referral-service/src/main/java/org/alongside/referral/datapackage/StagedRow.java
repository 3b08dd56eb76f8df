package org.alongside.referral.datapackage;

import java.util.SortedMap;
import java.util.UUID;

import org.alongside.referral.hsds.HsdsEntity;

/**
 * A row cleaned, on its way into the directory.
 *
 * @param sourceId as the source writes it; null when it has none
 * @param values   by column, each of the column's type
 * @param told     ids of others as the source writes them, by column
 * @param leftOut  it cannot be taken; what is known of it stays as it is
 */
record StagedRow(HsdsEntity entity, UUID id, String sourceId, String file, long line, SortedMap<String, String> values,
        SortedMap<String, String> told, boolean leftOut) {}
