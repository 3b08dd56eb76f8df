package org.alongside.intake.instrument.api;

/** An instrument that an assessment can be made with; the questions are at {@code /v1/instruments/{name}/{version}}. */
public record InstrumentSummary(String name, String version, String title) {}
