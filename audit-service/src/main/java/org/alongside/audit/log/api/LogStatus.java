package org.alongside.audit.log.api;

import java.time.Instant;
import java.util.List;

import org.alongside.audit.verification.api.VerificationView;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The state of the access log.
 *
 * @param size number of entries
 * @param lastEntryIndex index of the last entry, size - 1; null while the log is empty
 * @param sealing whether entries are sealed at the right time
 * @param checkpoint what the log signed last; null for a moment after its first start
 * @param verification the newest report of a verification from outside; null while there is none
 * @param touched the newest report that the log was touched, while no auditor has reported a log of at least that size as sound since;
 *                null when there is none
 * @param witnesses who else looked at the log, by name
 * @param sources by source and epoch
 * @param months by time of sealing, those whose entries were removed included
 * @param holds how many legal holds are in force
 */
public record LogStatus(long size, Long lastEntryIndex, SealingStatus sealing, CheckpointStatus checkpoint,
        VerificationView verification, VerificationView touched, List<WitnessStatus> witnesses,
        List<SourceStatus> sources, List<MonthStatus> months, long holds) {

    /** @param lastSealedAt time of sealing of the last entry; absent while the log is empty */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SealingStatus(SealingState state, Instant lastSealedAt) {}

    /**
     * A month of the log, by the time of sealing.
     *
     * @param begins absent for all that was sealed before the log had months
     * @param ends excluded
     * @param dueSince since when its time has been seen to be over; it goes two weeks later unless something of it is held
     * @param removedAt when its entries were removed because their time was over; absent while they are there
     * @param firstEntryIndex of its entries; absent when it had none, and for up to an hour longer than it may get some
     * @param lastEntryIndex likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MonthStatus(Instant begins, Instant ends, Instant dueSince, Instant removedAt, Long firstEntryIndex,
            Long lastEntryIndex) {

        /** How many entries it has or had, as far as that is known. */
        public long entries() {
            return firstEntryIndex == null ? 0 : lastEntryIndex - firstEntryIndex + 1;
        }
    }

    /**
     * @param witness name of its key
     * @param size of the newest checkpoint that it cosigned
     * @param receivedAt when that was brought
     */
    public record WitnessStatus(String witness, long size, Instant receivedAt) {}

    /**
     * @param size entries that it covers; less than the size of the log while some have come in since
     * @param signedAt when it was signed
     * @param note signed note, C2SP tlog-checkpoint
     */
    public record CheckpointStatus(long size, Instant signedAt, String note) {}

    /**
     * @param source service that wrote the events, for example {@code /alongside/intake}
     * @param epoch raised when the source is restored from a backup; sequences begin anew
     * @param lastSequence highest sequence that arrived
     * @param openGaps what is missing below it
     */
    public record SourceStatus(String source, int epoch, long lastSequence, List<OpenGap> openGaps) {}

    /**
     * @param from first sequence that was missing when the gap was found
     * @param to last one
     * @param missing ranges of it that are missing still
     * @param foundAt when a later sequence arrived first
     */
    public record OpenGap(long from, long to, List<Range> missing, Instant foundAt) {}

    /** Sequences, both ends included. */
    public record Range(long from, long to) {}
}
