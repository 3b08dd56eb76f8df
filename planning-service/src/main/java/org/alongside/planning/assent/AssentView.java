package org.alongside.planning.assent;

import java.time.Instant;

/**
 * An assent as shown.
 *
 * @param manner {@code written}, {@code electronic} or {@code verbal}
 */
public record AssentView(Instant at, String manner) {}
