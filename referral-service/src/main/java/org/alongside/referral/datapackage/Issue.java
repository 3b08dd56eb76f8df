package org.alongside.referral.datapackage;

import org.alongside.kit.problem.StorableText;

/**
 * One finding of an import.
 *
 * @param line   of the file, from 1; null when it is about the file
 * @param field  column or JSON Pointer; null when it is about the row
 * @param detail what exactly; null when the code says all. Never the value itself
 */
record Issue(IssueCode code, String file, Long line, String field, String detail) {

    /** Names of columns and members come from the source and can be as long as it likes. */
    private static final int LONGEST_FIELD = 200;
    private static final String UNSTORABLE = "(a name with characters that cannot be stored)";

    Issue {
        if (field != null && field.length() > LONGEST_FIELD) {
            field = field.substring(0, LONGEST_FIELD);
        }
        field = field == null ? null : StorableText.of(field).orElse(UNSTORABLE);
    }

    static Issue ofFile(IssueCode code, String file, String field) {
        return new Issue(code, file, null, field, null);
    }
}
