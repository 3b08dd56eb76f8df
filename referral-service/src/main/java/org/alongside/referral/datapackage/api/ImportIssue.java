package org.alongside.referral.datapackage.api;

/**
 * One issue of an import. It never holds the value itself.
 *
 * @param severity {@code error}, {@code warning} or {@code note}
 * @param line     of the file, from 1; null when it is about the file
 * @param field    column, in JSON the place in the document (JSON Pointer); null when it is about the row
 * @param remedy   what to do about it
 */
public record ImportIssue(String severity, String code, String file, Long line, String field, String meaning,
        String remedy) {}
