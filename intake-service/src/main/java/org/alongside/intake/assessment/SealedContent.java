package org.alongside.intake.assessment;

/** What was said and seen, each piece sealed by itself; null where nothing was. */
record SealedContent(byte[] answers, byte[] clientWords, byte[] strengths, byte[] workerObservation) {}
