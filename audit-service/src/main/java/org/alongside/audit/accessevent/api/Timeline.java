package org.alongside.audit.accessevent.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;

/**
 * How many entries of the access log a query finds, by time of access.
 *
 * @param from inclusive
 * @param to   exclusive
 * @param bars without gap, the earliest first
 */
public record Timeline(Instant from, Instant to, TimelineStep step, List<Bar> bars) implements AggregateView {

    /**
     * @param begin   of the step
     * @param allowed entries with outcome {@code allowed}
     * @param refused with {@code denied} or {@code not-visible}
     * @param failed  with {@code failed}
     */
    public record Bar(Instant begin, long allowed, long refused, long failed) {

        public long total() {
            return allowed + refused + failed;
        }
    }

    @Override
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
