package org.alongside.audit.alert;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.alert.api.AlertView;
import org.alongside.audit.alert.api.ReviewAlert;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.http.Etag;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/** Shows alerts and takes reviews. Each look at an alert is itself an access that names it. */
@ApplicationScoped
@Transactional
public class AlertService {

    private static final String SEARCH = "alert.search";

    private final AlertRepository alerts;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    AlertService(AlertRepository alerts, AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.alerts = alerts;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Last raised first. */
    public Page<AlertView> search(AlertQuery query, PageRequest page) {
        UUID before = page.cursor() == null
                ? null
                : UUID.fromString(cursors.open(SEARCH, query, page.cursor()).get(0));
        List<Alert> found = alerts.search(query, before, page.rowsToRead());
        gate.discloseAggregate(query.client(), found.subList(0, Math.min(found.size(), page.limit())));
        return Page.of(found, page, AlertService::view, last -> cursors.after(SEARCH, query, last.recordId()));
    }

    /** @throws Problem {@code not-found} when absent or about neither the caller's agency nor its clients */
    public AlertView read(UUID alertId) {
        return disclose(alerts.require(alertId));
    }

    /**
     * @throws Problem {@code conflicting-state} when it was reviewed before; {@code not-permitted} for whoever the alert is about
     */
    public AlertView review(UUID alertId, String ifMatch, ReviewAlert review) {
        Alert alert = alerts.requireForChange(alertId);
        gate.discloseAggregate(alert.client(), List.of(alert));
        String reviewer = access.caller().subject();
        if (alert.actor().equals(reviewer)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Nobody reviews an alert about themselves.");
        }
        Etag.require(ifMatch, alert.recordVersion());
        alert.review(review.verdict(), review.ground(), reviewer, clock.instant());
        alerts.flush();
        return view(alert);
    }

    /**
     * Whether the alert is still as the caller saw it; tells nothing else of it.
     *
     * @throws Problem as {@link #read}
     */
    public boolean isAt(UUID alertId, long version) {
        return alerts.require(alertId).recordVersion() == version;
    }

    private AlertView disclose(Alert alert) {
        gate.discloseAggregate(alert.client(), List.of(alert));
        return view(alert);
    }

    private static AlertView view(Alert alert) {
        return new AlertView(alert.recordId(), alert.rule(), alert.severity(), alert.explanation(), alert.actor(),
                alert.agency(), alert.client(), alert.homeAgency(), alert.entries(), alert.occurrences(),
                alert.firstSeen(), alert.lastSeen(), alert.raisedAt(), alert.status(), alert.verdict(), alert.ground(),
                alert.reviewedBy(), alert.reviewedAt(), alert.recordVersion());
    }
}
