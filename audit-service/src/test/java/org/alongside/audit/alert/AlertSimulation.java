package org.alongside.audit.alert;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.audit.alert.SimulatedMisuse.Conflict;
import org.alongside.audit.alert.SimulatedMisuse.Scenario;
import org.alongside.audit.alert.SimulatedWork.Access;
import org.alongside.audit.alert.SimulatedWork.CaseFact;
import org.alongside.audit.alert.SimulatedWork.Day;
import org.alongside.audit.alert.SimulatedWork.GrantFact;
import org.alongside.audit.alert.rule.RuleCode;
import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.jboss.logging.Logger;

/**
 * Runs {@link SimulatedWork} with {@link SimulatedMisuse} in it through the whole of the service: facts and accesses over Kafka,
 * declarations and reviews over HTTP, the rules on the log in PostgreSQL. Each evening the rules judge the day and the privacy officers
 * review what was raised about ordinary work. The weeks lie in the future, so that what is declared now holds then.
 */
final class AlertSimulation implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AlertSimulation.class);

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final KafkaEvents suite = new KafkaEvents();
    private final Judging judging;
    private final OverdueReviews overdue;
    private final SimulatedWork work;
    private final SimulatedMisuse misuse;
    private final int emergencies;
    /** By sequence, from 1; {@code null} for ordinary work. */
    private final List<String> labels = new ArrayList<>();
    private long versions;
    private Duration judged = Duration.ZERO;

    /** @param emergencies ordinary ones, which are reviewed */
    AlertSimulation(Evaluation evaluation, OverdueReviews overdue, SimulatedWork work, int emergencies) {
        this.judging = new Judging(evaluation);
        this.overdue = overdue;
        this.work = work;
        this.misuse = new SimulatedMisuse(work);
        this.emergencies = emergencies;
        labels.add(null);
    }

    /** Work begins in a week, at midnight; that day counts as a Monday. */
    static Instant start() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(7));
    }

    /**
     * An alert and what it rests on.
     *
     * @param scenarios labels of the misuse among its entries; none when it is false
     */
    record Raised(UUID id, RuleCode rule, long version, UUID agency, boolean open, Set<String> scenarios) {}

    /** What came of it. */
    record Score(int accesses, List<Scenario> missed, List<Raised> alerts, Duration judged) {

        long falseAlerts() {
            return alerts.stream().filter(alert -> alert.scenarios().isEmpty()).count();
        }

        double falsePerThousand() {
            return falseAlerts() * 1000.0 / accesses;
        }

        void print() {
            LOG.infof("%d accesses, judged in %d s (%d a second); missed: %s; false alerts: %d, %.3f in 1,000 accesses",
                    accesses, judged.toSeconds(), accesses * 1000L / Math.max(1, judged.toMillis()), missed.stream()
                            .map(Scenario::label).toList(),
                    falseAlerts(), falsePerThousand());
            for (RuleCode rule : RuleCode.values()) {
                List<Raised> raised = alerts.stream().filter(alert -> alert.rule() == rule).toList();
                long mistaken = raised.stream().filter(alert -> alert.scenarios().isEmpty()).count();
                long scenarios = raised.stream().flatMap(alert -> alert.scenarios().stream()).distinct().count();
                LOG.infof("%-22s alerts %5d  false %5d  scenarios %3d  precision %.2f, by scenarios %.2f", rule.code(),
                        raised.size(), mistaken, scenarios, 1 - mistaken / (double) raised.size(),
                        scenarios / (double) (scenarios + mistaken));
            }
        }
    }

    Score run() {
        for (int day = 0; day < SimulatedWork.DAYS; day++) {
            live(day);
            review();
            overdue.raise(work.time(day, 24));
        }
        overdue.raise(work.time(SimulatedWork.DAYS + 4, 0));
        List<Raised> alerts = alerts();
        return new Score(labels.size() - 1, missed(alerts), alerts, judged);
    }

    private void live(int day) {
        Day lived = work.day(day);
        if (day >= SimulatedMisuse.FROM) {
            misuse.declare(day).forEach(this::declare);
            misuse.commit(day);
        }
        if (day % Math.max(1, SimulatedWork.DAYS / emergencies) == 1) {
            misuse.breakGlass(null, day);
        }
        lived.facts().cases().forEach(this::tell);
        lived.facts().grants().forEach(this::tell);
        awaitFacts(work.time(day + 2, 0));
        send(lived.accesses());
        long began = System.nanoTime();
        judging.all();
        judged = judged.plusNanos(System.nanoTime() - began);
    }

    private void send(List<Access> accesses) {
        List<Event> events = new ArrayList<>();
        for (Access access : accesses.stream().sorted(Comparator.comparing(Access::at)).toList()) {
            events.add(source.event(labels.size(), source.payload(access.members())));
            labels.add(access.scenario());
        }
        Source.sendAll(events);
        String last = Integer.toString(labels.size() - 1);
        Eventually.until(() -> labels.size() == 1 || database
                .strings("select last_sequence from source_position where source = ?", source.name()).contains(last));
    }

    private void tell(CaseFact fact) {
        String payload = """
                {"caseId": "%s", "intakeId": "%s", "clientId": "%s", "homeAgency": "%s", "status": "%s", "phase": "acting",
                 "version": %d}""".formatted(fact.client().caseId, fact.client().caseId, fact.client().id,
                fact.client().home.id, fact.status(), fact.version());
        String verb = fact.version() == 1 ? "opened" : "status-changed";
        suite.send(new Event(UUID.randomUUID(), "/alongside/planning", "org.alongside.planning.case." + verb + ".v1",
                "planning.case.v1", fact.client().caseId.toString(), fact.client().caseId.toString(), fact.at(),
                payload.getBytes(StandardCharsets.UTF_8), null, 1, 1, fact.version(), false));
        versions++;
    }

    private void tell(GrantFact fact) {
        suite.tell("intake.grant.v1", fact.id(), "org.alongside.intake.grant.issued.v1", Map.ofEntries(
                Map.entry("grantId", fact.id()), Map.entry("clientId", fact.client().id),
                Map.entry("homeAgency", fact.client().home.id), Map.entry("grantee", fact.grantee()),
                Map.entry("parts", List.of("plan")), Map.entry("purposes", List.of("COC")),
                Map.entry("basis", "referral"), Map.entry("basisId", fact.id()), Map.entry("consentId", fact.id()),
                Map.entry("validFrom", fact.from().toString()), Map.entry("validUntil", fact.until().toString()),
                Map.entry("version", 0)));
    }

    private void awaitFacts(Instant asOf) {
        suite.grantsCompleteUpTo(asOf);
        String homes = String.join(",", work.agencies.stream().map(agency -> agency.id.toString()).toList());
        String told = Long.toString(versions);
        Eventually.until(() -> database.strings("select 1 from grant_feed where as_of >= ?::timestamptz",
                asOf.toString()).size() == 1
                && database.strings("select coalesce(sum(version), 0) from client_case"
                        + " where home_agency = any (string_to_array(?, ',')::uuid[])", homes).contains(told));
    }

    private void declare(Conflict conflict) {
        given().auth().oauth2(Tokens.of(conflict.worker().agency().id, Role.CASE_WORKER)
                .subject(conflict.worker().id()).sign()).contentType("application/json")
                .body(Map.of("client", conflict.client().id, "relation", conflict.relation()))
                .post("/v1/conflict-declarations").then().statusCode(201);
    }

    private void review() {
        for (Raised alert : alerts()) {
            if (alert.open() && alert.scenarios().isEmpty()) {
                given().auth().oauth2(Tokens.token(alert.agency(), Role.PRIVACY_OFFICER))
                        .contentType("application/json").header("If-Match", "\"" + alert.version() + "\"")
                        .body(Map.of("verdict", "appropriate", "ground", "own-task"))
                        .post("/v1/alerts/{id}/review", alert.id()).then().statusCode(200);
            }
        }
    }

    private List<Raised> alerts() {
        List<Raised> alerts = new ArrayList<>();
        for (String row : database.strings("""
                select concat_ws(' ', a.id, a.rule, a.version, a.agency, a.status,
                                 string_agg(e.sequence::text, ' ' order by e.sequence))
                  from alert a cross join unnest(a.entries) as found (place)
                  join log_entry e on e.entry_index = found.place
                 where e.source = ? group by a.id""", source.name())) {
            alerts.add(raised(row.split(" ")));
        }
        return alerts;
    }

    private Raised raised(String[] columns) {
        Set<String> scenarios = new TreeSet<>();
        for (int i = 5; i < columns.length; i++) {
            String label = labels.get(Integer.parseInt(columns[i]));
            if (label != null) {
                scenarios.add(label);
            }
        }
        return new Raised(UUID.fromString(columns[0]), RuleCode.valueOf(columns[1].replace('-', '_').toUpperCase()),
                Long.parseLong(columns[2]), UUID.fromString(columns[3]), "open".equals(columns[4]), scenarios);
    }

    /** Those that the rule meant for them did not find. */
    private List<Scenario> missed(List<Raised> alerts) {
        assertEquals(40, misuse.scenarios().size());
        return misuse.scenarios().stream().filter(scenario -> alerts.stream()
                .noneMatch(alert -> alert.rule() == scenario.rule() && alert.scenarios().contains(scenario.label())))
                .toList();
    }

    @Override
    public void close() {
        suite.close();
    }
}
