package org.alongside.referral.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.alongside.kit.code.Coded;
import org.alongside.kit.figures.Row;
import org.alongside.referral.referral.ClientResult;
import org.alongside.referral.referral.EndReason;
import org.alongside.referral.referral.ProviderResult;
import org.alongside.referral.referral.ReferralStatus;
import org.alongside.referral.report.api.ClosingCount;
import org.alongside.referral.report.api.Funnel;
import org.alongside.referral.report.api.ReasonCount;
import org.alongside.referral.report.api.ReportRow;
import org.alongside.referral.report.api.StatusCount;
import org.alongside.referral.report.api.Times;

/** Shows the rows of a report, but for what is hidden in them. */
final class ReportPage {

    private static final Set<ReferralStatus> NEVER_SENT = Set.of(ReferralStatus.DRAFT,
            ReferralStatus.ENTERED_IN_ERROR);
    /** With fewer the ninetieth of a hundred would be the slowest referral. */
    private static final int LEAST_FOR_NINETY = 10;

    private ReportPage() {}

    static ReportRow row(String key, Row row, List<Tally> tallies) {
        boolean told = !row.isHidden(Figures.SENT);
        List<Outcome> outcomes = told ? tallies.stream().map(Tally::outcome).toList() : List.of();
        return new ReportRow(key, funnel(row), statuses(row), reasons(row, outcomes), closings(row, outcomes),
                times(tallies, Tally::answeredAfter, told), times(tallies, Tally::endedAfter, told));
    }

    private static Funnel funnel(Row row) {
        return new Funnel(row.count(Figures.SENT), row.count(Figures.ANSWERED), row.count(Figures.ACCEPTED),
                row.count(Figures.SERVED), row.count(Figures.NEED_MET));
    }

    private static List<StatusCount> statuses(Row row) {
        return Arrays.stream(ReferralStatus.values()).filter(status -> !NEVER_SENT.contains(status))
                .map(status -> new StatusCount(status, row.count(Figures.status(status.code())))).toList();
    }

    private static List<ReasonCount> reasons(Row row, List<Outcome> outcomes) {
        return distinct(outcomes.stream().filter(each -> each.reason() != null),
                each -> Figures.reason(each.status(), each.reason()))
                .map(each -> new ReasonCount(Coded.stored(ReferralStatus.class, each.status()),
                        Coded.stored(EndReason.class, each.reason()),
                        row.count(Figures.reason(each.status(), each.reason()))))
                .toList();
    }

    private static List<ClosingCount> closings(Row row, List<Outcome> outcomes) {
        return distinct(outcomes.stream().filter(Outcome::accepted),
                each -> Figures.closing(each.providerResult(), each.clientResult()))
                .map(each -> new ClosingCount(Coded.stored(ProviderResult.class, each.providerResult()),
                        Coded.stored(ClientResult.class, each.clientResult()),
                        row.count(Figures.closing(each.providerResult(), each.clientResult()))))
                .toList();
    }

    /** One outcome for each figure, ordered by its name. */
    private static Stream<Outcome> distinct(Stream<Outcome> outcomes, Function<Outcome, String> figure) {
        return outcomes.collect(Collectors.toMap(figure, Function.identity(), (one, same) -> one, TreeMap::new))
                .values().stream();
    }

    private static Times times(List<Tally> tallies, Function<Tally, List<Long>> of, boolean told) {
        List<Long> seconds = tallies.stream().flatMap(tally -> of.apply(tally).stream()).sorted().toList();
        return new Times(told && seconds.size() >= Row.LEAST ? minutes(seconds, 0.5) : null,
                told && seconds.size() >= LEAST_FOR_NINETY ? minutes(seconds, 0.9) : null);
    }

    /** Nearest rank, rounded up to whole minutes. */
    private static long minutes(List<Long> sorted, double share) {
        long seconds = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        return (seconds + 59) / 60;
    }
}
