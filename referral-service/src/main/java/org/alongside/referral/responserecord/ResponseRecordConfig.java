package org.alongside.referral.responserecord;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What counts as the response record of an agency. */
@ConfigMapping(prefix = "alongside.response-record")
public interface ResponseRecordConfig {

    /** For how long, as an ISO 8601 duration, a referral counts after it was sent. */
    @WithDefault("P180D")
    Duration looksBack();

    /** How often, as an ISO 8601 duration, the records are computed anew: matching knows of an answer at most this late. */
    @WithDefault("PT10M")
    Duration refreshEvery();
}
