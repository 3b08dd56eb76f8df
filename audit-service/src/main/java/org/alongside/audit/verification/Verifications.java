package org.alongside.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.checkpoint.CheckpointConfig;
import org.alongside.audit.checkpoint.Checkpoints;
import org.alongside.audit.verification.api.ReportVerification;
import org.alongside.audit.verification.api.ReportVerification.Found;
import org.alongside.audit.verification.api.VerificationVerdict;
import org.alongside.audit.verification.api.VerificationView;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Takes what verifiers outside report, so that those who did not look themselves see it. A report that the log was touched stands until an
 * auditor reports a log of at least that size as sound: whoever runs the suite cannot settle it.
 */
@ApplicationScoped
@Transactional
public class Verifications {

    private static final Logger LOG = Logger.getLogger(Verifications.class);

    private final VerificationRepository verifications;
    private final Checkpoints checkpoints;
    private final CheckpointConfig config;
    private final AccessContext access;
    private final MeterRegistry registry;
    private final Clock clock;

    Verifications(VerificationRepository verifications, Checkpoints checkpoints, CheckpointConfig config,
            AccessContext access, MeterRegistry registry, Clock clock) {
        this.verifications = verifications;
        this.checkpoints = checkpoints;
        this.config = config;
        this.access = access;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code invalid-input} when the report is of another log, contradicts itself, or calls the log sound at a checkpoint
     *                 that is not one of this log. A touched log is taken with any checkpoint: that may be what was found
     */
    public VerificationView add(ReportVerification report) {
        requireConsistent(report);
        VerificationView view = view(report, checkpointSize(report));
        verifications.add(view);
        registry.counter("access.log.verifications", "verdict", view.verdict().code()).increment();
        if (view.verdict() == VerificationVerdict.TOUCHED) {
            LOG.errorf("The access log was reported as touched: %d findings, the first of kind %s at entry %s. See"
                    + " \"A log that was touched\" in the operator's guide", view.findings(), view.findingKind(),
                    view.findingEntry());
        }
        return view;
    }

    public Optional<VerificationView> newest() {
        return verifications.newest();
    }

    /** The newest report of a touched log that nothing has settled. */
    public Optional<VerificationView> touched() {
        return verifications.touched();
    }

    private void requireConsistent(ReportVerification report) {
        boolean sound = report.verdict() == VerificationVerdict.SOUND;
        if (!report.origin().equals(config.origin())) {
            throw refusal("origin", "must be " + config.origin() + ": the report is of another log");
        }
        if (sound != (report.findingsTotal() == 0)) {
            throw refusal("findingsTotal", "must be 0 when the verdict is sound, and only then");
        }
        if (sound && report.checkpoint() == null) {
            throw refusal("checkpoint", "is needed when the verdict is sound");
        }
    }

    /** {@code null} when there is none, or none of this log. */
    private Long checkpointSize(ReportVerification report) {
        Optional<Long> size = Optional.ofNullable(report.checkpoint()).flatMap(this::published).map(Checkpoint::size);
        if (report.verdict() == VerificationVerdict.SOUND && !size.equals(Optional.of(report.size()))) {
            throw refusal("checkpoint", "must be one that this log published, of the size that was verified;"
                    + " bring the report within a day");
        }
        return size.orElse(null);
    }

    private Optional<Checkpoint> published(String note) {
        try {
            return checkpoints.published(SignedNote.parse(note.getBytes(UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private VerificationView view(ReportVerification report, Long checkpointSize) {
        UUID id = Ids.next();
        Optional<Found> first = report.findings().stream().findFirst();
        return new VerificationView(id, report.verdict(), report.size(), checkpointSize, report.findingsTotal(),
                first.map(Found::kind).orElse(null), first.map(Found::entry).orElse(null), report.finishedAt(),
                report.verifier(), access.caller().subject(), access.caller().roles().contains(Role.AUDITOR),
                clock.instant());
    }

    private static Problem refusal(String field, String message) {
        return Problem.invalid(new Violation("/" + field, "verification-report", message));
    }
}
