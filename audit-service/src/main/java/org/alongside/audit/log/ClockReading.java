package org.alongside.audit.log;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.alongside.audit.log.api.SealingState;

/**
 * What is known about the time when an entry is to be sealed. No clock is believed alone: retention rests on the time of sealing, and a
 * time once sealed never goes back by itself.
 *
 * @param last     time of sealing of the last entry, {@link Instant#EPOCH} when there is none
 * @param here     by the clock of this service
 * @param database by the clock of the database
 */
record ClockReading(Instant last, Instant here, Instant database) {

    /** Clocks of machines agree to a fraction of a second; an update of the database may have waited for a lock. */
    private static final Duration APART = Duration.ofMinutes(1);

    /** @param longestSilence between one entry and the next */
    SealingState state(Duration longestSilence) {
        if (Duration.between(here, database).abs().compareTo(APART) > 0) {
            return SealingState.CLOCKS_APART;
        }
        if (!last.equals(Instant.EPOCH) && here.isAfter(last.plus(longestSilence))) {
            return SealingState.SILENT;
        }
        return ahead().compareTo(APART) > 0 ? SealingState.AHEAD : SealingState.IN_TIME;
    }

    /** Now, but never before the last entry, even if the clock was set back: the indexes of a month are one range because of that. */
    Instant sealingTime() {
        Instant now = here.truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(last) ? last : now;
    }

    /** How long the time of the last entry is still to come. */
    Duration ahead() {
        return last.isAfter(here) ? Duration.between(here, last) : Duration.ZERO;
    }
}
