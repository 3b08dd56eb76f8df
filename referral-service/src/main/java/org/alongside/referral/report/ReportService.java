package org.alongside.referral.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.figures.Count;
import org.alongside.kit.figures.Row;
import org.alongside.kit.figures.SmallCells;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.report.api.ReferralReport;
import org.alongside.referral.report.api.ReportRow;

/** Counts what became of referrals, from their events alone. */
@ApplicationScoped
@Transactional
public class ReportService {

    /** No transaction is older when it commits: what it wrote has its time at most this long before. */
    private static final Duration UNSETTLED = Duration.ofMinutes(2);

    private final ReportRepository reports;
    private final NeedCategories categories;
    private final AccessGate gate;
    private final Clock clock;

    ReportService(ReportRepository reports, NeedCategories categories, AccessGate gate, Clock clock) {
        this.reports = reports;
        this.categories = categories;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * @param asked its time may be null: now
     * @throws Problem {@code invalid-input} for a time to come, {@code unknown-code}
     */
    ReferralReport referrals(ReportQuery asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        require(asked, now);
        ReportQuery query = asked.asOf() == null ? asked.asOf(now) : asked;
        Disclosure disclosure = gate.discloseAggregate(null);
        List<Tally> tallies = reports.tallies(query);
        return new ReferralReport(query.period().from().toString(), query.period().to().toString(), query.asOf(),
                query.asOf().isBefore(now.minus(UNSETTLED)), query.groupBy(), events(tallies), rows(tallies),
                disclosure.parts());
    }

    private void require(ReportQuery query, Instant now) {
        if (query.asOf() != null && query.asOf().isAfter(now)) {
            throw Problem.invalid(Violation.ofQuery("asOf", "out-of-range", "must not lie in the future"));
        }
        if (query.category() != null) {
            categories.requireKnown("query:category", List.of(query.category()));
        }
    }

    private static List<ReportRow> rows(List<Tally> tallies) {
        Map<String, List<Tally>> byKey = new LinkedHashMap<>();
        tallies.forEach(tally -> byKey.computeIfAbsent(tally.key(), key -> new ArrayList<>()).add(tally));
        Map<String, Row> rows = new LinkedHashMap<>();
        byKey.forEach((key, of) -> rows.put(key, row(of)));
        SmallCells.hide(List.copyOf(rows.values()));
        return rows.entrySet().stream()
                .map(row -> ReportPage.row(row.getKey(), row.getValue(), byKey.get(row.getKey())))
                .toList();
    }

    private static Row row(List<Tally> tallies) {
        Map<Set<String>, Long> referrals = new LinkedHashMap<>();
        tallies.forEach(tally -> referrals.merge(tally.outcome().figures(), tally.referrals(), Long::sum));
        return new Row(Figures.SENT, referrals);
    }

    /** The events of a few referrals would tell how few. */
    private static Count events(List<Tally> tallies) {
        long referrals = tallies.stream().mapToLong(Tally::referrals).sum();
        return Row.isSmall(referrals) ? Count.hidden() : Count.of(tallies.stream().mapToLong(Tally::events).sum());
    }
}
