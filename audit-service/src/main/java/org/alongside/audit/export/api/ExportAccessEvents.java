package org.alongside.audit.export.api;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.alongside.audit.accessevent.AccessEventQuery;

/**
 * What to export, and where to go on with an export that broke off.
 *
 * @param format  how it is written
 * @param query   which entries; absent for all
 * @param logSize entries of the log that the export covers: absent at first, then as header {@code Alongside-Log-Size} said
 * @param after   {@code entryIndex} of the last entry that arrived whole; absent at first
 * @param afterAt time of access that it says ({@code at}, in FHIR {@code recorded}), RFC 3339: the place of an entry that the log has
 *                removed since; otherwise not needed
 */
public record ExportAccessEvents(@NotNull ExportFormat format, AccessEventQuery query, @PositiveOrZero Long logSize,
        @PositiveOrZero Long after, Instant afterAt) {

    public ExportAccessEvents {
        query = query == null ? AccessEventQuery.ALL : query;
    }
}
