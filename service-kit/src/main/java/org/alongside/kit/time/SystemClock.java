package org.alongside.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.quarkus.arc.DefaultBean;

/** The one source of time. Code takes the {@link Clock} by injection, so that a test can move it. */
@ApplicationScoped
class SystemClock {

    /**
     * UTC; an agency's own time zone is applied only where people read or enter times. In whole microseconds, as PostgreSQL
     * keeps them: else the answer to a change would tell another time than the next read.
     */
    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
