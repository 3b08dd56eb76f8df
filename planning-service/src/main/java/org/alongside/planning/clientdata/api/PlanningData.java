package org.alongside.planning.clientdata.api;

import static java.util.stream.Stream.concat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.clientdata.ClientData;
import org.alongside.planning.need.api.NeedView;

/**
 * Everything that planning-service holds about a client, by all records of the person.
 *
 * @param needs with what became of each
 */
public record PlanningData(String format, UUID clientId, UUID homeAgency, Instant exportedAt, List<NeedView> needs,
        List<CaseData> cases) implements ClientData {

    public static final String FORMAT = "org.alongside.planning-data.v1";

    @Override
    public List<DisclosedView> views() {
        Stream<DisclosedView> ofCases = cases.stream().flatMap(one -> Stream.of(Stream.of(one.of()),
                one.agreements().stream(), one.goals().stream().map(goal -> goal.goal()),
                one.goals().stream().flatMap(goal -> goal.steps().stream()), one.options().stream(),
                one.hesitations().stream(),
                one.notes().stream(), one.measurements().stream(), one.reviews().stream(),
                one.selfSufficiency().stream(), one.dependencyReviews().stream(), one.closures().stream(),
                one.checkIns().stream(), one.transfers().stream(),
                one.feedback().stream(), one.complaints().stream(), one.workerRequests().stream())
                .flatMap(views -> views));
        return ClientData.views(concat(needs.stream(), ofCases));
    }
}
