package org.alongside.kit.time;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.quarkus.arc.DefaultBean;

/** The one source of time. Code takes the {@link Clock} by injection, so that a test can move it. */
@ApplicationScoped
class SystemClock {

    /** UTC; an agency's own time zone is applied only where people read or enter times. */
    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
