package org.alongside.audit.alert.rule;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Thresholds of the rules; what each means stands with its rule. Durations are ISO 8601. */
@ConfigMapping(prefix = "alongside.alert-rules")
public interface RuleConfig {

    /** Time since the first access of a worker in which the rule on connections is silent. */
    @WithDefault("P28D")
    Duration learning();

    /** Clients whose record two workers have both changed, from which on they are colleagues. */
    @WithDefault("2")
    int colleagueClients();

    /** Clients in an hour up to which there is no alert whatever the baseline. */
    @WithDefault("40")
    int manyClients();

    /** Clients in an hour allowed to a worker without a baseline. */
    @WithDefault("80")
    int manyClientsUnknown();

    /** Refusals within two spans of five minutes that make a burst. */
    @WithDefault("10")
    int refusals();

    /** Time after the closing of the last case in which everyone may finish. */
    @WithDefault("P3D")
    Duration afterClosure();

    /** The same for those who worked with the client. */
    @WithDefault("P30D")
    Duration afterClosureOwn();
}
