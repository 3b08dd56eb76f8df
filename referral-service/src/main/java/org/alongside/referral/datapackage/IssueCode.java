package org.alongside.referral.datapackage;

import org.alongside.kit.code.Coded;

/** Everything that a report of an import can say of a row or a value, and what to do about it. */
enum IssueCode implements Coded {

    ENCODING_ASSUMED(Severity.NOTE, "The file is not UTF-8 and was read as Windows-1252.", "Save it as UTF-8."),
    UNKNOWN_FILE(Severity.NOTE, "The file is none of a data package of HSDS and was not read.",
            "Rename it if it was meant to be one."),
    UNKNOWN_COLUMN(Severity.NOTE, "HSDS has no such column; it was not read.",
            "Rename it, or tell it in an attribute."),
    HTML_REMOVED(Severity.NOTE, "Markup was taken out of the text.", "Nothing, unless it carried meaning."),
    VALUE_NORMALISED(Severity.NOTE, "The value was written in the way of HSDS.", "Nothing."),
    DAY_CLOSED(Severity.NOTE, "A day without hours was read as closed.", "Nothing."),
    FALLBACK_USED(Severity.WARNING, "A value that HSDS requires is missing and was assumed.", "Tell it in the source."),
    VALUE_LEFT_OUT(Severity.WARNING, "The value is not of the type of its column and was left out.",
            "Correct it in the source."),
    TAKEN_FOR_CONFIDENTIAL(Severity.WARNING,
            "Whether the place is confidential cannot be read, so it was taken for confidential.",
            "Write true or false."),
    TEXT_TOO_LONG(Severity.WARNING, "The text is longer than the directory takes and was left out.", "Shorten it."),
    REFERENCE_LEFT_OUT(Severity.WARNING, "What the row refers to is neither in the source nor in the directory.",
            "Add it to the source, or correct the id."),
    PLACEHOLDER_MADE(Severity.WARNING,
            "The organization is referred to and not described; a placeholder stands for it.",
            "Add the organization to the source."),
    DUPLICATE_ID(Severity.WARNING, "Rows with the same id were put together; where they differ the last one counts;"
            + " a place that one of them calls confidential is.",
            "Give each thing one row."),
    OF_ANOTHER_SOURCE(Severity.WARNING, "Another source told this row; it stays as that one tells it.",
            "Import it under the name of that source, or give it another id."),
    FOREIGN_ENTRY(Severity.ERROR,
            "The row hangs on an entry that another source told, which only that source adds to; it was left out.",
            "Have that source tell it, or propose it as a change of the entry."),
    AUTHOR_REPLACED(Severity.WARNING,
            "The history names an agency of this suite, the suite or another source as author; it is kept under the name"
                    + " of this source.",
            "Nothing."),
    VALUE_TAKEN(Severity.WARNING, "Another row has this value, and only one can have it; it was left out.",
            "Tell it of one row only."),
    NOT_LINKED(Severity.WARNING, "It cannot be told at which locations the service is offered.",
            "Add service_at_location.csv to the source."),
    MISSING_VALUE(Severity.ERROR, "A value that HSDS requires is missing, so the row was left out.",
            "Tell it in the source."),
    MISSING_REFERENCE(Severity.ERROR,
            "The row belongs to something that is neither in the source nor in the directory.",
            "Add it to the source, or correct the id."),
    ITEM_WITHOUT_ID(Severity.ERROR, "The item has no id, so what is nested in it belongs to nothing and was left out.",
            "Give it an id."),
    OTHER_SHAPE(Severity.ERROR,
            "HSDS has a list of objects or an object with an id here, and something else stands there;"
                    + " it was not read.",
            "Write it as the schema has it."),
    BAD_SCHEDULE(Severity.ERROR, "The rule of recurrence makes no sense, so the schedule was left out.",
            "Correct it by RFC 5545."),
    NO_ROWS(Severity.WARNING, "The file has no rows, so nothing of what the directory knows was taken for gone.",
            "Leave the file out, or export it anew if it should have rows."),
    NOTHING_VANISHES(Severity.WARNING,
            "Not all that the file tells of this could be read, so nothing of it was taken for gone.",
            "Correct what is reported of it, and describe what is named by its id alone."),
    BROKEN_ROW(Severity.ERROR, "The row has more values than its file has columns.",
            "Put quotes around values that hold commas.");

    private final Severity severity;
    private final String meaning;
    private final String remedy;

    IssueCode(Severity severity, String meaning, String remedy) {
        this.severity = severity;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    Severity severity() {
        return severity;
    }

    String meaning() {
        return meaning;
    }

    String remedy() {
        return remedy;
    }
}
