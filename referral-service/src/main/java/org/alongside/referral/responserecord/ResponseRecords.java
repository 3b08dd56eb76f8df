package org.alongside.referral.responserecord;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Computes how often each agency answered in the promised time. Two instances at once are of no harm: the later one waits for the
 * other's rows, or fails and runs again.
 */
@ApplicationScoped
class ResponseRecords {

    /** The share of fewer would tell of single referrals. */
    private static final int LEAST = 5;

    private final ResponseRecordRepository records;
    private final ResponseRecordConfig config;
    private final Clock clock;

    ResponseRecords(ResponseRecordRepository records, ResponseRecordConfig config, Clock clock) {
        this.records = records;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${alongside.response-record.refresh-every:10m}", delayed = "${alongside.response-record.refresh-every:10m}", identity = "response-record", concurrentExecution = ConcurrentExecution.SKIP)
    @SystemWork("response-record")
    void refresh() {
        Instant now = clock.instant();
        records.refresh(now.minus(config.looksBack()), now, LEAST);
    }
}
