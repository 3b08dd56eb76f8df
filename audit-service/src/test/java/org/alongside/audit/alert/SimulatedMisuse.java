package org.alongside.audit.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.alongside.audit.alert.SimulatedWork.Client;
import org.alongside.audit.alert.SimulatedWork.Job;
import org.alongside.audit.alert.SimulatedWork.Worker;
import org.alongside.audit.alert.rule.RuleCode;

/**
 * Forty ways of misuse, spread over the last weeks of {@link SimulatedWork}: what the rules are meant to find, by people who else do
 * their ordinary work. Whom and when is drawn by chance.
 */
final class SimulatedMisuse {

    /** Workers are known and colleagues have formed by then. */
    static final int FROM = 31;

    private final SimulatedWork work;
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    SimulatedMisuse(SimulatedWork work) {
        this.work = work;
        add(5, RuleCode.NO_CONNECTION, this::stranger);
        add(3, RuleCode.NO_CONNECTION, this::endedGrant);
        add(6, RuleCode.CONFLICT_OF_INTEREST, (label, day) -> declared(label, day, "relative"));
        add(5, RuleCode.SAME_HOUSEHOLD, (label, day) -> declared(label, day, "own-household"));
        add(6, RuleCode.MANY_CLIENTS, this::harvest);
        add(6, RuleCode.REFUSAL_BURST, this::probe);
        add(5, RuleCode.ACCESS_AFTER_CLOSURE, this::formerClient);
        add(4, RuleCode.UNREVIEWED_EMERGENCY, this::breakGlass);
    }

    private interface Misuse {
        void commit(String label, int day);
    }

    record Scenario(String label, RuleCode rule, int day, Misuse misuse) {}

    /** A declaration that is to be made before the day of the scenario. */
    record Conflict(Worker worker, Client client, String relation) {}

    List<Scenario> scenarios() {
        return scenarios;
    }

    /** To be called before {@link #commit}: who has declared what until now. */
    List<Conflict> declare(int day) {
        conflicts.clear();
        for (Scenario each : on(day)) {
            if (each.rule() == RuleCode.CONFLICT_OF_INTEREST || each.rule() == RuleCode.SAME_HOUSEHOLD) {
                Client client = client(day, other -> other.from < day && other.home.teams > 2);
                conflicts.add(new Conflict(ofAnotherTeam(client, day), client,
                        each.rule() == RuleCode.SAME_HOUSEHOLD ? "own-household" : "relative"));
            }
        }
        return List.copyOf(conflicts);
    }

    void commit(int day) {
        on(day).forEach(each -> each.misuse().commit(each.label(), day));
    }

    private List<Scenario> on(int day) {
        return scenarios.stream().filter(each -> each.day() == day).toList();
    }

    private void add(int count, RuleCode rule, Misuse misuse) {
        for (int i = 0; i < count; i++) {
            int day = FROM + work.random.nextInt(SimulatedWork.DAYS - FROM - 4);
            scenarios.add(new Scenario(rule.code() + " " + scenarios.size(), rule, day, misuse));
        }
    }

    /** Looks at a client of another team, whom the worker has nothing to do with. */
    private void stranger(String label, int day) {
        Client client = client(day, other -> other.from < day - 7 && other.home.teams > 2);
        Worker worker = ofAnotherTeam(client, day);
        Instant at = work.officeTime(day);
        work.access(worker, client, at, "client.read", "R", "home-agency", label);
        work.access(worker, client, at.plusSeconds(20), "plan.read", "R", "home-agency", label);
    }

    /** A service still answers an agency whose grant has ended. */
    private void endedGrant(String label, int day) {
        Client client = client(day, other -> other.grantee != null && other.grantEnds < day);
        Worker worker = work.any(client.grantee.at(day, other -> other.job() == Job.RECEIVING));
        work.access(worker, client, work.officeTime(day), "client.read", "R", "consent", label);
    }

    private void declared(String label, int day, String relation) {
        Conflict conflict = conflicts.stream().filter(each -> each.relation().equals(relation)).findFirst()
                .orElseThrow();
        conflicts.remove(conflict);
        String operation = work.random.nextBoolean() ? "client.search" : "client.read";
        work.access(conflict.worker(), conflict.client(), work.officeTime(day), operation, "R", "home-agency", label);
    }

    /** Opens one client after the other, within an hour, to take the records along. */
    private void harvest(String label, int day) {
        Worker worker = worker(client(day, other -> other.home.teams > 2),
                other -> other.job() == Job.CASES && other.from() == 0);
        List<Client> all = work.openClients(day, other -> other.home == worker.agency());
        int from = work.random.nextInt(Math.max(1, all.size() - 130));
        Instant at = work.time(day, 9 + work.random.nextInt(8));
        for (Client client : all.subList(from, Math.min(all.size(), from + 130))) {
            at = at.plusSeconds(15);
            work.access(worker, client, at, "client.read", "R", "home-agency", label);
        }
    }

    /** Tries ids to see which are there. */
    private void probe(String label, int day) {
        Worker worker = worker(client(day, other -> true), other -> true);
        Instant at = work.officeTime(day);
        for (int i = 0; i < 12 + work.random.nextInt(20); i++) {
            work.refusal(worker, at.plusSeconds(10L * i), label);
        }
    }

    /** Looks up somebody whose case was closed, without ever having worked with them. */
    private void formerClient(String label, int day) {
        Client client = work.any(work.clients.stream()
                .filter(other -> other.closed < day - 4 && day < other.reopened).toList());
        Worker worker = worker(client, other -> other.job() == Job.CASES && !work.workedWith(other, client));
        work.access(worker, client, work.officeTime(day), "client.read", "R", "home-agency", label);
    }

    /** @param label {@code null} when it was an emergency and will be reviewed */
    void breakGlass(String label, int day) {
        Client client = client(day, other -> true);
        Worker worker = work.any(work.any(work.agencies.stream().filter(agency -> agency != client.home).toList())
                .at(day, other -> other.job() == Job.RECEIVING));
        work.access(worker, client, work.officeTime(day), "client.read", "R", "emergency", label);
    }

    private Worker ofAnotherTeam(Client client, int day) {
        return worker(client, other -> other.job() == Job.CASES && other.from() == 0
                && work.team(other, day) != work.team(client.primary, day));
    }

    private Client client(int day, Predicate<Client> which) {
        return work.any(work.openClients(day, which));
    }

    private Worker worker(Client client, Predicate<Worker> which) {
        return work.any(client.home.at(SimulatedWork.DAYS, which));
    }
}
