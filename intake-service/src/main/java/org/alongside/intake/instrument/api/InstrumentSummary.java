package org.alongside.intake.instrument.api;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An instrument that an assessment can be made with; the questions are at {@code /v1/instruments/{name}/{version}}.
 *
 * @param sha256      of the file, in hexadecimal
 * @param storedAt    when this service took it in
 * @param firstUsedAt when the first assessment was made with it: from then on the version never changes; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentSummary(String name, String version, String title, String sha256, Instant storedAt,
        Instant firstUsedAt) {}
