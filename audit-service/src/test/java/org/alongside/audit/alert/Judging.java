package org.alongside.audit.alert;

import java.time.Duration;
import java.time.Instant;

import org.alongside.audit.Eventually;
import org.alongside.kit.testing.Database;

/** Has the rules judge what is in the log, without waiting for the grace. */
public final class Judging {

    private final Database database = new Database("audit");
    private final Evaluation evaluation;

    public Judging(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Returns when every entry that is in the log now has been judged. */
    public void all() {
        long size = number("select size from log_head");
        Eventually.until(() -> {
            evaluation.evaluate(Instant.now().plus(Duration.ofHours(1)));
            return number("select next_index from alert_cursor") >= size;
        });
    }

    private long number(String sql) {
        return Long.parseLong(database.strings(sql).get(0));
    }
}
