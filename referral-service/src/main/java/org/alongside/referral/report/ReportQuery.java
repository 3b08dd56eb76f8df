package org.alongside.referral.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * Which referrals a report is about.
 *
 * @param from      first month in which they were sent, in UTC
 * @param to        last month, included
 * @param asOf      events after it do not count; null for now
 * @param category  null for all, as sender and recipient
 * @param groupBy   null for one row with all
 */
record ReportQuery(YearMonth from, YearMonth to, Instant asOf, String category, UUID sender, UUID recipient,
        GroupBy groupBy) {

    ReportQuery asOf(Instant time) {
        return new ReportQuery(from, to, time, category, sender, recipient, groupBy);
    }
}
