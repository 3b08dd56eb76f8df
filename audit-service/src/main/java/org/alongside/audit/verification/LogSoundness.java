package org.alongside.audit.verification;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.verification.api.VerificationView;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/**
 * Down while a report that the log was touched stands. It is no sign of readiness: a service that stopped taking entries for it would lose
 * more of the truth.
 */
@Wellness
@ApplicationScoped
public class LogSoundness implements HealthCheck {

    private static final String NAME = "access-log-sound";

    private final Verifications verifications;

    LogSoundness(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public HealthCheckResponse call() {
        return verifications.touched().map(LogSoundness::down).orElseGet(() -> HealthCheckResponse.up(NAME));
    }

    private static HealthCheckResponse down(VerificationView touched) {
        return HealthCheckResponse.named(NAME).down().withData("findings", touched.findings())
                .withData("firstFinding", String.valueOf(touched.findingKind()))
                .withData("firstEntry", String.valueOf(touched.findingEntry()))
                .withData("reportedAt", touched.reportedAt().toString()).build();
    }
}
