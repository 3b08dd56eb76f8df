package org.alongside.audit.export.api;

import org.alongside.kit.code.Coded;

/** How an export is written. */
public enum ExportFormat implements Coded {
    /** An entry a line as in a search, and a last line that says that it is whole. */
    NDJSON("application/x-ndjson"),
    /** An entry a row, safe to open in a spreadsheet. */
    CSV("text/csv;charset=UTF-8;header=present"),
    /** A FHIR R4 Bundle of AuditEvents a line. */
    FHIR("application/fhir+ndjson");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
