package org.alongside.audit.log;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.log.Batch.Refused;
import org.alongside.kit.event.InvalidEvent;
import org.alongside.kit.inbox.Delivery;
import org.alongside.kit.inbox.Reason;
import org.alongside.kit.inbox.Received;
import org.alongside.kit.problem.Problem;
import org.jboss.logging.Logger;

/** Where access events end up: in the log, or among the dead letters when they are none. Raises the alarm about gaps. */
@ApplicationScoped
class AccessLog implements Delivery.Target {

    private static final Logger LOG = Logger.getLogger(AccessLog.class);

    private final ArrivalReader reader;
    private final LogAppender appender;
    private final LogMetrics metrics;

    AccessLog(ArrivalReader reader, LogAppender appender, LogMetrics metrics) {
        this.reader = reader;
        this.appender = appender;
        this.metrics = metrics;
    }

    @Override
    public void apply(List<Received> records) {
        Appended appended = append(read(records));
        metrics.count(appended);
        appended.gaps().forEach(AccessLog::alarm);
    }

    @Override
    public void park(Received received, String detail) {
        appender.park(received, detail);
        metrics.parked();
    }

    private Appended append(Batch batch) {
        try {
            return appender.append(batch);
        } catch (Problem waits) {
            metrics.waited();
            throw waits;
        }
    }

    private Batch read(List<Received> records) {
        List<Arrival> arrivals = new ArrayList<>(records.size());
        List<Refused> refused = new ArrayList<>();
        for (Received received : records) {
            try {
                arrivals.add(reader.read(received));
            } catch (InvalidEvent e) {
                refused.add(new Refused(received, reason(received), e.getMessage()));
            }
        }
        return new Batch(arrivals, refused);
    }

    private static Reason reason(Received received) {
        return received.event() == null ? Reason.UNREADABLE : Reason.SCHEMA;
    }

    private static void alarm(Gap gap) {
        LOG.errorf("Access events of %s are missing: epoch %d, sequences %d to %d. Replay them at the source.",
                gap.source(),
                gap.epoch(), gap.from(), gap.to());
    }
}
