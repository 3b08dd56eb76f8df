package org.alongside.referral.report;

import org.alongside.kit.code.Coded;

/** By what a report has a row each. */
public enum GroupBy implements Coded {
    CATEGORY("category"),
    /** The agency that sent the referrals. */
    SENDER("cast(sender as text)"),
    /** The agency that received them. */
    RECIPIENT("cast(recipient as text)"),
    /** In which they were sent, in UTC: {@code 2026-11}. */
    MONTH("to_char(requested_at at time zone 'UTC', 'YYYY-MM')");

    private final String key;

    GroupBy(String key) {
        this.key = key;
    }

    /** SQL for the key of the row in which a referral counts. */
    String key() {
        return key;
    }
}
