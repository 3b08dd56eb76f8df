package org.alongside.audit.alert.rule;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.work.Access;

/**
 * Access without a case, referral or consent that connects the worker or the agency with the client.
 *
 * <p>
 * <b>Another agency</b> than the client's home needs a grant, which a consent or a referral makes. Services check that before they
 * answer; this rule checks their answers against a copy of the grants of its own. It is silent while that copy is not known to be
 * complete up to the access.
 *
 * <p>
 * <b>At home</b> every worker may open every client, so what the rule asks is whether the work explains it: the worker has changed
 * something in the client's record, or is a colleague of most of those who have (both have changed the records of
 * {@code alongside.alert-rules.colleague-clients} clients, 2 by default). That the access log itself explains nearly all ordinary accesses
 * in this way is the finding of Fabbri and LeFevre, <a href="https://doi.org/10.14778/2047485.2047487">Explanation-Based Auditing</a>,
 * PVLDB 5(1), 2011. Only reads of one client are judged, not lines of a search or list; not those of workers first seen less than
 * {@code alongside.alert-rules.learning} ago (28 days), who have no colleagues yet; and not those of clients whom nobody has worked with.
 * A verdict {@code appropriate} teaches the rule that the worker belongs to the client's workers.
 *
 * <p>
 * It does not see a worker who looks up a colleague's client out of curiosity: that needs the team of a case, which no event tells yet.
 */
@ApplicationScoped
class NoConnection implements AlertRule {

    private static final String OF_AGENCY = "No case, referral or consent connects this agency to this client.";
    private static final String OF_WORKER = "No case, referral or consent connects this worker to this client:"
            + " of %d who worked with the client this worker shares work with %d.";

    private final Duration learning;
    private final int colleagueClients;

    NoConnection(RuleConfig config) {
        this.learning = config.learning();
        this.colleagueClients = config.colleagueClients();
    }

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        if (!access.opensRecord() || access.isEmergency()) {
            return Optional.empty();
        }
        return access.atHome() ? judgeWorker(access, facts) : judgeAgency(access, facts);
    }

    private static Optional<Finding> judgeAgency(Access access, Facts facts) {
        boolean connected = !facts.grants().completeAt(access.at())
                || facts.grants().connects(access.client(), access.agency(), access.at());
        return connected
                ? Optional.empty()
                : Optional.of(Finding.ofClient(RuleCode.NO_CONNECTION, access, OF_AGENCY));
    }

    private boolean isConnected(String worker, UUID record, Facts facts) {
        return facts.work().worked(worker, record)
                || 2 * facts.work().colleagues(worker, record, colleagueClients) > facts.work().workers(record).size();
    }

    private Optional<Finding> judgeWorker(Access access, Facts facts) {
        if (!access.byWorker() || access.isChange() || access.isListed() || access.isFound()
                || !facts.hours().knownSince(access.actor(), access.at().minus(learning))) {
            return Optional.empty();
        }
        int others = facts.work().workers(access.client()).size();
        int colleagues = facts.work().colleagues(access.actor(), access.client(), colleagueClients);
        boolean connected = others == 0 || facts.persons().recordsOf(access.client()).stream()
                .anyMatch(record -> isConnected(access.actor(), record, facts));
        return connected
                ? Optional.empty()
                : Optional.of(
                        Finding.ofClient(RuleCode.NO_CONNECTION, access, OF_WORKER.formatted(others, colleagues)));
    }
}
