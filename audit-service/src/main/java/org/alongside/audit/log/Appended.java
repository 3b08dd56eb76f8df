package org.alongside.audit.log;

import java.util.List;

/**
 * What came of a batch.
 *
 * @param stored arrivals that are entries now
 * @param filled those of them that had been missing
 * @param gaps gaps that showed
 */
record Appended(List<Arrival> stored, int doubled, int filled, int parked, List<Gap> gaps) {}
