package org.alongside.referral.report;

import static org.alongside.referral.referral.Referrals.DATABASE;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.event.Event;
import org.alongside.kit.testing.TopicReader;
import org.alongside.local.TestStack;
import org.alongside.referral.referral.Referrals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The figures of a report, counted one event after the other from what Kafka holds: by other means than the service. */
final class NaiveReport {

    private static final String TOPIC = "referral.referral.v1";
    private static final Set<String> ACCEPTED = Set.of("accepted", "scheduled", "in-progress", "on-hold", "completed");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Integer> figures = new TreeMap<>();
    private int events;

    private NaiveReport() {}

    /** @param recipient null for all */
    static NaiveReport of(String category, UUID recipient) throws IOException {
        Referrals.await("the events in Kafka",
                () -> DATABASE.strings("select 1 from outbox where topic = ? and published_at is null limit 1", TOPIC)
                        .isEmpty());
        Map<String, Fold> folds = new LinkedHashMap<>();
        for (Event event : TopicReader.events(TestStack.kafka().bootstrapServers(), TOPIC)) {
            JsonNode state = JSON.readTree(event.payload());
            boolean asked = recipient == null || recipient.toString().equals(state.path("recipient").asText());
            if (asked && category.equals(state.path("category").asText())) {
                folds.computeIfAbsent(event.subject(), id -> new Fold()).apply(state);
            }
        }
        NaiveReport report = new NaiveReport();
        folds.values().stream().filter(fold -> fold.sent && !fold.status.equals("entered-in-error"))
                .forEach(report::count);
        return report;
    }

    int events() {
        return events;
    }

    int value(String figure) {
        return figures.getOrDefault(figure, 0);
    }

    Map<String, Integer> figures() {
        return new HashMap<>(figures);
    }

    private void count(Fold fold) {
        events += fold.events;
        fold.figures().forEach(figure -> figures.merge(figure, 1, Integer::sum));
    }

    private static final class Fold {
        private boolean sent;
        private boolean answered;
        private boolean accepted;
        private String status;
        private String reason;
        private String provider;
        private String client;
        private int events;

        void apply(JsonNode state) {
            events++;
            status = state.get("status").asText();
            reason = state.path("reason").textValue();
            provider = state.path("providerResult").textValue();
            client = state.path("clientResult").textValue();
            sent |= status.equals("requested");
            accepted |= ACCEPTED.contains(status);
            answered |= accepted || status.equals("declined") || status.equals("waitlisted");
        }

        List<String> figures() {
            boolean served = accepted && ("service-given".equals(provider) || "partly".equals(provider));
            return Stream.of("funnel.sent", answered ? "funnel.answered" : null,
                    accepted ? "funnel.accepted" : null, served ? "funnel.served" : null,
                    served && "met".equals(client) ? "funnel.needMet" : null, "status " + status,
                    reason == null ? null : "reason " + status + " " + reason,
                    accepted ? "closing " + provider + " " + client : null).filter(Objects::nonNull).toList();
        }
    }
}
