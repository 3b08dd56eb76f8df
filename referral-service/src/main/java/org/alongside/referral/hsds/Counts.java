package org.alongside.referral.hsds;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * How many entities a list has. Counting many costs more than reading a page of them, and each page tells it: a large number is
 * told again for as long as caches may keep the page, a small one is counted each time.
 */
@ApplicationScoped
class Counts {

    static final long LARGE = 10_000;
    /** Lists whose numbers are remembered. */
    private static final int MOST = 1000;

    private final HsdsConfig config;
    private final Clock clock;
    private final Map<Key, Counted> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Counted> eldest) {
            return size() > MOST;
        }
    };

    Counts(HsdsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @param count counts anew */
    long of(HsdsQuery query, ToLongFunction<HsdsQuery> count) {
        Key key = new Key(query.count(), List.copyOf(query.parameters()));
        Instant now = clock.instant();
        Counted known = known(key);
        if (known != null && now.isBefore(known.until())) {
            return known.number();
        }
        long number = count.applyAsLong(query);
        if (number >= LARGE) {
            remember(key, new Counted(number, now.plus(config.maxAge())));
        }
        return number;
    }

    private synchronized Counted known(Key key) {
        return remembered.get(key);
    }

    private synchronized void remember(Key key, Counted counted) {
        remembered.put(key, counted);
    }

    private record Key(String sql, List<Object> parameters) {}

    private record Counted(long number, Instant until) {}
}
