package org.alongside.referral.report;

import java.time.Instant;
import java.util.UUID;

import org.alongside.kit.figures.Period;

/**
 * Which referrals a report is about.
 *
 * @param period    in which they were sent, in UTC
 * @param asOf      events after it do not count; null for now
 * @param category  null for all, as sender and recipient
 * @param groupBy   null for one row with all
 */
record ReportQuery(Period period, Instant asOf, String category, UUID sender, UUID recipient,
        GroupBy groupBy) {

    ReportQuery asOf(Instant time) {
        return new ReportQuery(period, time, category, sender, recipient, groupBy);
    }
}
