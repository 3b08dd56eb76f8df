package org.alongside.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;

import org.alongside.auditlog.memory.AuditorMemory;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.tile.HttpLog;
import org.alongside.auditlog.tile.LogAt;
import org.alongside.auditlog.verify.LogVerifier;
import org.alongside.auditlog.verify.Report;
import org.alongside.auditlog.verify.TiledSource;
import org.alongside.local.demo.Accounts;

/**
 * An auditor on this machine, who verifies the access log of the running stack from outside, over HTTP. Remembers from the first look on
 * which key signs the log, and from each sound log its checkpoint, which the next one has to continue; the first of each month is kept,
 * because the log may remove what is older than six years.
 */
public final class LogAuditor {

    private static final String ACCOUNT = "auditor.oversight";
    /** What audit-service keeps entries for at least, unless told otherwise ({@code alongside.log.retention.kept}); the stack does not tell it. */
    private static final Period AGREED = Period.ofYears(6);

    private final LocalStack stack;
    private final Path trustFile;

    public LogAuditor(LocalStack stack) {
        this.stack = stack;
        this.trustFile = stack.settings().home().auditor().resolve("trust");
    }

    /**
     * Computes the whole log anew.
     *
     * @throws StackException when it could not be read, which says nothing about the log
     */
    public Report verify() {
        try {
            HttpLog log = log();
            byte[] checkpoint = log.checkpoint()
                    .orElseThrow(() -> new StackException("The access log has signed no checkpoint yet: try again."));
            AuditorMemory memory = new AuditorMemory(stack.settings().home().auditor(), trust(), Clock.systemUTC());
            Report report = verifier(memory).verify(new TiledSource(new LogAt(checkpoint, log)));
            if (report.isSound()) {
                memory.remember(checkpoint);
            }
            return report;
        } catch (IOException e) {
            throw new StackException("The access log cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Brings the report to the log, so that those see it who did not verify it themselves.
     *
     * @return whether the service took it
     */
    public boolean tell(Report report) {
        try {
            HttpRequest request = HttpRequest.newBuilder(prefix().resolve("log/verifications"))
                    .header("Authorization", "Bearer " + accounts().token(ACCOUNT))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(report.json())).build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 201;
        } catch (IOException | StackException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The log's name and key as they were at the first look. */
    public Trust trust() {
        try {
            if (!Files.exists(trustFile)) {
                SignerKey key = SignerKey.parse(Files.readString(Services.logKey(stack.settings().home())).strip());
                Files.writeString(trustFile, "origin " + Services.LOG_ORIGIN + "\nkey " + key.verifier() + "\n");
            }
            return Trust.parse(Files.readString(trustFile));
        } catch (IOException e) {
            throw new StackException("Cannot read or write " + trustFile + ": " + e.getMessage(), e);
        }
    }

    private HttpLog log() {
        Accounts accounts = accounts();
        return new HttpLog(prefix(), () -> accounts.token(ACCOUNT));
    }

    private Accounts accounts() {
        return new Accounts(stack.keycloak().tokenEndpoint(), HttpClient.newHttpClient());
    }

    private URI prefix() {
        return stack.service("audit").base().resolve("/v1/log");
    }

    private LogVerifier verifier(AuditorMemory memory) throws IOException {
        LogVerifier verifier = new LogVerifier(trust(), memory.kept(), Runtime.getRuntime().availableProcessors());
        return memory.aged(AGREED).map(verifier::allowingRemoved).orElse(verifier);
    }
}
