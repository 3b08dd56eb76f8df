package org.alongside.audit.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.audit.alert.rule.AlertRule;
import org.alongside.audit.alert.rule.Facts;
import org.alongside.audit.alert.rule.Finding;
import org.alongside.audit.alert.rule.RuleConfig;
import org.alongside.audit.conflict.Conflicts;
import org.alongside.audit.connection.CaseFacts;
import org.alongside.audit.connection.GrantFacts;
import org.alongside.audit.connection.HouseholdFacts;
import org.alongside.audit.connection.Persons;
import org.alongside.audit.work.Access;
import org.alongside.audit.work.HourlyClients;
import org.alongside.audit.work.Refusals;
import org.alongside.audit.work.WorkHistory;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

import io.quarkus.arc.All;

/**
 * Judges the entries of the access log by the rules, each entry once and in the order of the log, a batch a transaction: what was found,
 * what was learned and how far the log has been read are committed together. Of several instances one at a time does it.
 */
@ApplicationScoped
public class Evaluation {

    private static final String LOCK = "select next_index from alert_cursor for update skip locked";
    private static final String MOVE = "update alert_cursor set next_index = ?";

    private final EntityManager entities;
    private final List<AlertRule> rules;
    private final AlertRaiser raiser;
    private final Verdicts verdicts;
    private final AlertMetrics metrics;
    private final AlertConfig config;
    private final RuleConfig thresholds;

    Evaluation(EntityManager entities, @All List<AlertRule> rules, AlertRaiser raiser, Verdicts verdicts,
            AlertMetrics metrics, AlertConfig config, RuleConfig thresholds) {
        this.entities = entities;
        this.rules = rules;
        this.raiser = raiser;
        this.verdicts = verdicts;
        this.metrics = metrics;
        this.config = config;
        this.thresholds = thresholds;
    }

    private record Judged(int entries, Instant oldestSealed, List<Finding> findings) {}

    /**
     * Judges the next batch.
     *
     * @return entries read, fewer than a batch when there are no more that are old enough; 0 while another instance is at it
     */
    @SystemWork("alert")
    public int evaluate(Instant now) {
        Judged judged = entities.unwrap(Session.class).doReturningWork(connection -> evaluate(connection, now));
        raiser.raise(judged.findings(), now);
        if (judged.entries() > 0) {
            metrics.evaluated(judged.entries(), judged.oldestSealed(), now);
        }
        return judged.entries();
    }

    private Judged evaluate(Connection connection, Instant now) throws SQLException {
        Optional<Long> next = lock(connection);
        if (next.isEmpty()) {
            return new Judged(0, null, List.of());
        }
        NewEntries entries = NewEntries.read(connection, next.get(), config.batch(), sealedUntil(connection, now),
                now);
        verdicts.learn(connection);
        List<Finding> findings = judge(connection, entries.judged());
        move(connection, next.get() + entries.entries());
        return new Judged(entries.entries(), entries.oldestSealed(), findings);
    }

    private List<Finding> judge(Connection connection, List<Access> batch) throws SQLException {
        if (batch.isEmpty()) {
            return List.of();
        }
        Facts facts = facts(connection, batch);
        List<Finding> findings = new ArrayList<>();
        for (Access access : batch) {
            facts.work().take(access);
            facts.hours().take(access);
            facts.refusals().take(access);
            rules.stream().map(rule -> rule.judge(access, facts)).flatMap(Optional::stream).forEach(findings::add);
        }
        facts.work().write(connection);
        facts.hours().write(connection);
        facts.refusals().write(connection);
        return findings;
    }

    private Facts facts(Connection connection, List<Access> batch) throws SQLException {
        Set<UUID> opened = batch.stream().map(Access::client).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> clients = Persons.read(connection, opened).recordsOf(opened);
        Set<String> actors = batch.stream().filter(Access::atHome).map(Access::actor).collect(Collectors.toSet());
        HouseholdFacts households = HouseholdFacts.read(connection, clients);
        Set<UUID> concerned = new HashSet<>(clients);
        concerned.addAll(households.all());
        Persons persons = Persons.read(connection, concerned);
        return new Facts(persons, WorkHistory.read(connection, clients, actors), GrantFacts.read(connection, clients),
                CaseFacts.read(connection, clients), Conflicts.read(connection, persons.recordsOf(concerned)),
                households,
                HourlyClients.read(connection, batch, thresholds.manyClients(), thresholds.manyClientsUnknown()),
                Refusals.read(connection, batch));
    }

    /** Until the grants are known up to the grace, entries wait for them, though not for ever. */
    private Instant sealedUntil(Connection connection, Instant now) throws SQLException {
        Instant grace = now.minus(config.grace());
        Instant patience = now.minus(config.patience());
        Instant asOf = GrantFacts.asOf(connection);
        if (asOf == null || asOf.isAfter(grace)) {
            return grace;
        }
        return asOf.isAfter(patience) ? asOf : patience;
    }

    private static Optional<Long> lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK); ResultSet row = lock.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private static void move(Connection connection, long next) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setLong(1, next);
            move.executeUpdate();
        }
    }
}
