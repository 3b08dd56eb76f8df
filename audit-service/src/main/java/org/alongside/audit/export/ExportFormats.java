package org.alongside.audit.export;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.export.api.ExportFormat;
import org.alongside.kit.access.StreamFormat;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A writer for each export, by its format. */
@ApplicationScoped
class ExportFormats {

    private final ObjectMapper json;

    ExportFormats(ObjectMapper json) {
        this.json = json;
    }

    StreamFormat<AccessEventView> of(ExportFormat format, long logSize) {
        return switch (format) {
            case NDJSON -> new Ndjson(json, logSize);
            case CSV -> new Csv(json);
            case FHIR -> new FhirBundles(json);
        };
    }
}
