package org.alongside.audit.month;

import java.time.Instant;

/**
 * A month of the log, as a search sees it. Its entries are those sealed from {@code begins} to before {@code ends}.
 *
 * @param begins   1970 for the one that holds all that was there before the log had months
 * @param earliest time of access in it; {@code null} of a month that may still get entries, whose accesses may be of any time
 * @param latest   likewise
 */
public record MonthSpan(Instant begins, Instant ends, Instant earliest, Instant latest) {}
