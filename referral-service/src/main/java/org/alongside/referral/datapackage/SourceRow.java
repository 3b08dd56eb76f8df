package org.alongside.referral.datapackage;

import java.util.Map;

import org.alongside.referral.hsds.HsdsEntity;

/**
 * A row as a source tells it, in the columns of HSDS 3.1.
 *
 * @param at     where it stands: column names, or a JSON Pointer before them
 * @param values by column, {@code id} among them where there is one; never null or blank
 */
record SourceRow(HsdsEntity entity, String file, long line, String at, Map<String, String> values) {

    String field(String column) {
        return at + column;
    }
}
