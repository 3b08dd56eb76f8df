package org.alongside.referral.report;

/** Names of the figures of a row. */
final class Figures {

    static final String SENT = "sent";
    static final String ANSWERED = "answered";
    static final String ACCEPTED = "accepted";
    static final String SERVED = "served";
    static final String NEED_MET = "need-met";
    private static final String SEPARATOR = "/";

    private Figures() {}

    static String status(String status) {
        return String.join(SEPARATOR, "status", status);
    }

    static String reason(String status, String reason) {
        return String.join(SEPARATOR, "reason", status, reason);
    }

    /** @param provider null as long as it has not said, as client */
    static String closing(String provider, String client) {
        return String.join(SEPARATOR, "closing", String.valueOf(provider), String.valueOf(client));
    }
}
