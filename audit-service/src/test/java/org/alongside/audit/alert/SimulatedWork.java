package org.alongside.audit.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Eight weeks of ordinary work of agencies that take clients in, work with them in teams, refer them to one another and close their
 * cases. Teams have a worker on duty who sees to everybody's clients, supervisors who mostly read, intake desks that serve all teams,
 * on-call nights, newcomers, and two teams that become one.
 */
final class SimulatedWork {

    static final int DAYS = 56;
    private static final int NEWCOMERS_FROM = 20;
    private static final List<String> READS = List.of("client.read", "case.read", "plan.read", "goal.read",
            "agreement.read", "assessment.read");
    private static final List<String> CHANGES = List.of("goal.propose", "step.add", "step.complete", "agreement.draft",
            "client.change");

    final List<Agency> agencies = new ArrayList<>();
    final List<Client> clients = new ArrayList<>();
    final Random random;
    private final Instant start;
    private final int sessions;
    private final double lists;
    private final int merge;
    private final Set<String> changed = new HashSet<>();
    private List<Access> today;
    private Facts facts;

    /**
     * @param teams of each agency
     * @param sessions of a worker with a client of the own in a day
     * @param lists how often a worker looks at the list of all cases in a day
     * @param merge day on which agencies merge two teams
     */
    SimulatedWork(Instant start, long seed, List<Integer> teams, int sessions, double lists, int merge) {
        this.start = start;
        this.random = new Random(seed);
        this.sessions = sessions;
        this.lists = lists;
        this.merge = merge;
        teams.forEach(count -> agencies.add(new Agency(count)));
    }

    enum Job {
        CASES, SUPERVISION, INTAKE, RECEIVING
    }

    record Worker(UUID id, Agency agency, int team, Job job, int from) {}

    /** @param scenario label of a misuse; {@code null} for ordinary work */
    record Access(Instant at, Map<String, Object> members, String scenario) {}

    record CaseFact(Client client, String status, int version, Instant at) {}

    record GrantFact(UUID id, Client client, UUID grantee, Instant from, Instant until) {}

    record Facts(List<CaseFact> cases, List<GrantFact> grants) {}

    record Day(List<Access> accesses, Facts facts) {}

    final class Agency {
        final UUID id = new UUID(random.nextLong(), random.nextLong());
        final List<Worker> workers = new ArrayList<>();
        final int teams;

        Agency(int teams) {
            this.teams = teams;
            for (int team = 0; team < teams; team++) {
                for (int i = 0; i < 6; i++) {
                    hire(team, Job.CASES, i == 5 && team % 3 == 2 ? NEWCOMERS_FROM : 0);
                }
                hire(team, Job.SUPERVISION, 0);
            }
            for (int i = 0; i < 2 + teams / 3; i++) {
                hire(-1, Job.INTAKE, 0);
                hire(-1, Job.RECEIVING, 0);
            }
        }

        private void hire(int team, Job job, int from) {
            workers.add(new Worker(new UUID(random.nextLong(), random.nextLong()), this, team, job, from));
        }

        List<Worker> at(int day, Predicate<Worker> which) {
            return workers.stream().filter(worker -> worker.from() <= day).filter(which).toList();
        }
    }

    static final class Client {
        final UUID id;
        final Agency home;
        final Worker primary;
        final UUID caseId;
        final int from;
        int closed = Integer.MAX_VALUE;
        int checkIn = Integer.MAX_VALUE;
        int reopened = Integer.MAX_VALUE;
        int version = 1;
        Agency grantee;
        int grantEnds = Integer.MAX_VALUE;

        Client(UUID id, UUID caseId, Worker primary, int from) {
            this.id = id;
            this.caseId = caseId;
            this.home = primary.agency();
            this.primary = primary;
            this.from = from;
        }

        boolean isOpen(int day) {
            return from <= day && (day < closed || day >= reopened);
        }
    }

    /** What happens on a day, in the order of time. */
    Day day(int day) {
        today = new ArrayList<>();
        facts = new Facts(new ArrayList<>(), new ArrayList<>());
        if (day % 7 < 5) {
            agencies.forEach(agency -> workday(agency, day));
        }
        clients.forEach(client -> course(client, day));
        return new Day(today, facts);
    }

    Instant time(int day, double hour) {
        return start.plus(Duration.ofDays(day)).plusMillis((long) (hour * 3_600_000));
    }

    Instant officeTime(int day) {
        return time(day, 8 + 9 * random.nextDouble());
    }

    /** Teams 0 and 1 work as one after the merge. */
    int team(Worker worker, int day) {
        return day >= merge && worker.team() == 1 ? 0 : worker.team();
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    List<Client> openClients(int day, Predicate<Client> which) {
        return clients.stream().filter(client -> client.isOpen(day)).filter(which).toList();
    }

    /** One access of a worker, to a client or to none. */
    void access(Worker worker, Client client, Instant at, String operation, String action, String basis,
            String scenario) {
        Map<String, Object> members = new HashMap<>(Map.of("op", operation, "action", action, "actor",
                worker.id().toString(), "agency", worker.agency().id, "at", at.toString(), "basis", basis));
        if (client != null) {
            members.putAll(Map.of("client", client.id, "home", client.home.id, "parts", List.of("plan")));
        }
        today.add(new Access(at, members, scenario));
        if (client != null && !"R".equals(action)) {
            changed.add(worker.id() + " " + client.id);
        }
    }

    /** Whether a worker has changed something in a client's record. */
    boolean workedWith(Worker worker, Client client) {
        return changed.contains(worker.id() + " " + client.id);
    }

    void refusal(Worker worker, Instant at, String scenario) {
        today.add(new Access(at, Map.of("op", "client.read", "actor", worker.id().toString(), "agency",
                worker.agency().id, "at", at.toString(), "outcome", "not-visible"), scenario));
    }

    private void workday(Agency agency, int day) {
        for (Worker worker : agency.at(day, worker -> worker.job() == Job.INTAKE)) {
            for (int i = 0; i < (day == 0 ? 8 * agency.teams : 1 + random.nextInt(2)); i++) {
                intake(worker, day);
            }
        }
        List<Client> open = openClients(day, client -> client.home == agency);
        for (Worker worker : agency.at(day, worker -> worker.team() >= 0)) {
            caseload(worker, open, day);
        }
        for (int team = 0; team < agency.teams; team++) {
            duty(agency, team, open, day);
        }
        received(agency, day);
    }

    /** Looks whether the client is known, takes them in, and hands them to a case worker. */
    private void intake(Worker desk, int day) {
        List<Worker> cases = desk.agency().at(day, worker -> worker.job() == Job.CASES);
        Client client = new Client(new UUID(random.nextLong(), random.nextLong()),
                new UUID(random.nextLong(), random.nextLong()), any(cases), day);
        Instant at = officeTime(day);
        List<Client> namesakes = openClients(day, other -> other.home == desk.agency());
        for (int i = random.nextInt(3); i > 0 && !namesakes.isEmpty(); i--) {
            access(desk, any(namesakes), at, "client.search", "R", "home-agency", null);
        }
        for (String operation : List.of("client.register", "intake.open", "assessment.start", "assessment.change",
                "assessment.complete")) {
            at = at.plusSeconds(60 + random.nextInt(300));
            access(desk, client, at, operation, operation.startsWith("assessment.c") ? "U" : "C", "home-agency", null);
            access(desk, client, at.plusSeconds(2), "client.read", "R", "home-agency", null);
        }
        // the worker who takes over looks before planning-service has told anybody of the case
        session(client.primary, client, at.plusSeconds(30), 1, null);
        clients.add(client);
        plan(client, day);
    }

    /** What will become of a case. */
    private void plan(Client client, int day) {
        if (random.nextInt(100) < 25) {
            client.closed = day + 3 + random.nextInt(25);
            client.checkIn = client.closed + 14 + random.nextInt(10);
            client.reopened = random.nextInt(5) == 0 ? client.checkIn + 2 : Integer.MAX_VALUE;
        }
        if (random.nextInt(100) < 15 && agencies.size() > 1) {
            client.grantee = any(agencies.stream().filter(agency -> agency != client.home).toList());
            client.grantEnds = random.nextInt(3) == 0 ? day + 5 + random.nextInt(20) : Integer.MAX_VALUE;
        }
    }

    private void caseload(Worker worker, List<Client> open, int day) {
        List<Client> own = worker.job() == Job.SUPERVISION
                ? open.stream().filter(client -> team(client.primary, day) == team(worker, day)).toList()
                : open.stream().filter(client -> client.primary == worker).toList();
        if (random.nextDouble() < lists) {
            Instant morning = time(day, 8 + random.nextDouble());
            for (int i = 0; i < Math.min(35, open.size()); i++) {
                access(worker, any(open), morning, "case.list", "R", "home-agency", null);
            }
        }
        for (int i = 0; i < sessions && !own.isEmpty(); i++) {
            Instant at = random.nextInt(20) == 0 ? time(day, 18 + 12 * random.nextDouble()) : officeTime(day);
            // few clients take most of the time
            Client client = own.get((int) (own.size() * Math.pow(random.nextDouble(), 2)));
            session(worker, client, at, worker.job() == Job.SUPERVISION ? 0.15 : 0.4, null);
        }
        for (int i = random.nextInt(30) == 0 ? 1 + random.nextInt(4) : 0; i > 0; i--) {
            refusal(worker, officeTime(day), null);
        }
    }

    /** The worker on duty sees to whoever of the team's clients calls. */
    private void duty(Agency agency, int team, List<Client> open, int day) {
        List<Worker> members = agency.at(day, worker -> worker.job() == Job.CASES && team(worker, day) == team);
        List<Client> teams = open.stream().filter(client -> team(client.primary, day) == team).toList();
        if (members.isEmpty() || teams.isEmpty()) {
            return;
        }
        Worker onDuty = any(members);
        for (int i = 0; i < 6; i++) {
            session(onDuty, any(teams), officeTime(day), 0.6, null);
        }
    }

    /** Reads first, and sometimes changes something minutes later. */
    private void session(Worker worker, Client client, Instant at, double changes, String scenario) {
        Instant next = at;
        for (int i = random.nextInt(3); i >= 0; i--) {
            access(worker, client, next, any(READS), "R", "home-agency", scenario);
            next = next.plusSeconds(5 + random.nextInt(120));
        }
        if (random.nextDouble() < changes) {
            access(worker, client, next.plusSeconds(600), any(CHANGES), "U", "home-agency", scenario);
        }
    }

    /** Clients who were referred here, as long as the consent lasts. */
    private void received(Agency agency, int day) {
        List<Worker> receiving = agency.at(day, worker -> worker.job() == Job.RECEIVING);
        for (Client client : openClients(day, client -> client.grantee == agency && day > client.from
                && day < client.grantEnds)) {
            if (random.nextInt(3) == 0) {
                access(any(receiving), client, officeTime(day), "referral.read", "R", "referral", null);
            }
        }
    }

    /** Facts that other services tell of this client today, some cases a day late. */
    private void course(Client client, int day) {
        int told = client.from + (int) (client.id.getLeastSignificantBits() & 1);
        if (day == told) {
            facts.cases().add(new CaseFact(client, "open", 1, time(client.from, 17)));
        }
        if (day == client.from && client.grantee != null) {
            Instant until = client.grantEnds == Integer.MAX_VALUE ? time(DAYS + 365, 0) : time(client.grantEnds, 0);
            facts.grants().add(new GrantFact(new UUID(random.nextLong(), random.nextLong()), client, client.grantee.id,
                    time(day, 23), until));
        }
        if (day == client.closed) {
            facts.cases().add(new CaseFact(client, "closed", 2, time(day, 0)));
            session(client.primary, client, time(day + 1, 9), 1, null);
        }
        if (day == client.checkIn) {
            session(client.primary, client, time(day, 10), 1, null);
        }
        if (day == client.reopened) {
            facts.cases().add(new CaseFact(client, "open", 3, time(day, 0)));
        }
    }
}
