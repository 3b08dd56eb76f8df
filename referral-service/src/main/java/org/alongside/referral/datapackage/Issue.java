package org.alongside.referral.datapackage;

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

    Issue {
        if (field != null && field.length() > LONGEST_FIELD) {
            field = field.substring(0, LONGEST_FIELD);
        }
    }

    static Issue ofFile(IssueCode code, String file, String field) {
        return new Issue(code, file, null, field, null);
    }
}
