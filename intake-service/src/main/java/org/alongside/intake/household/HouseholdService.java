package org.alongside.intake.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.household.api.HouseholdContent;
import org.alongside.intake.household.api.HouseholdView;
import org.alongside.intake.household.api.Member;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.restriction.Restrictions;
import org.alongside.kit.restriction.Standing;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;

/** Reads and records who lives with a client. Each member who is a client is an access to that client too. */
@ApplicationScoped
@Transactional
public class HouseholdService {

    /** Version of a household of which nothing has been recorded. */
    private static final long NONE = -1;

    private final HouseholdRepository households;
    private final HouseholdLinks links;
    private final HouseholdEvents events;
    private final ClientService clients;
    private final SealedJson sealed;
    private final Restrictions restrictions;
    private final AgencyCalendar calendar;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    HouseholdService(HouseholdRepository households, HouseholdLinks links, HouseholdEvents events,
            ClientService clients, SealedJson sealed, Restrictions restrictions, AgencyCalendar calendar,
            AccessGate gate, AccessContext access,
            Clock clock) {
        this.households = households;
        this.links = links;
        this.events = events;
        this.clients = clients;
        this.sealed = sealed;
        this.restrictions = restrictions;
        this.calendar = calendar;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /** @throws Problem {@code not-found} when the caller may not see the client, or not who lives with them */
    public HouseholdView read(UUID clientId) {
        Client client = clients.requireOwn(clientId);
        return view(client, gate.disclose(client), households.of(clientId));
    }

    /**
     * Replaces the list, but for members who are restricted and not named to the caller: these stay, unseen.
     *
     * @throws Problem {@code invalid-input} for what no household can be, {@code not-found} for a member who is no client of the agency
     */
    public HouseholdView change(UUID clientId, String ifMatch, HouseholdContent wanted) {
        Client client = clients.requireOwn(clientId);
        Disclosure disclosure = gate.disclose(client);
        links.hold(client.homeAgency());
        Optional<Household> before = households.of(clientId);
        Etag.require(ifMatch, before.map(Household::recordVersion).orElse(NONE));
        List<Member> linked = wanted.members().stream().filter(member -> member.clientId() != null).toList();
        check(clientId, wanted.members());
        linked.forEach(member -> clients.requireNamed("memberClientId", member.clientId()));
        Household household = before.orElseGet(() -> new Household(Ids.next(), client));
        List<Member> unseen = before.map(kept -> members(kept, disclosure)).orElse(List.of()).stream()
                .filter(this::isHidden).toList();
        List<Member> all = Stream.concat(wanted.members().stream(), unseen.stream()).toList();
        household.describe(sealed.seal(clientId, Household.MEMBERS, new HouseholdContent(all)), clock.instant());
        households.persistAndFlush(household);
        links.replace(client, linked);
        events.changed(household, living(all.stream().filter(member -> member.clientId() != null).toList()));
        return view(client, disclosure, Optional.of(household));
    }

    private void check(UUID clientId, List<Member> members) {
        HouseholdRules rules = new HouseholdRules(clientId, members);
        rules.checkMembers(links.fromOthers(clientId).stream().map(Member::clientId).collect(Collectors.toSet()),
                links.inManyLists(members, clientId));
        rules.checkDescent(links.descendants(rules.origins(), clientId));
    }

    private List<UUID> living(List<Member> linked) {
        LocalDate today = calendar.today(access.caller().agency());
        return linked.stream().filter(member -> member.isNotOver(today)).map(Member::clientId).sorted().toList();
    }

    private HouseholdView view(Client client, Disclosure disclosure, Optional<Household> household) {
        long version = household.map(Household::recordVersion).orElse(NONE);
        List<Member> members = household.map(kept -> members(kept, disclosure)).orElse(List.of()).stream()
                .filter(member -> !isHidden(member)).toList();
        if (!client.homeAgency().equals(access.caller().agency())) {
            return new HouseholdView(client.clientId(), members.stream().map(Member::forOtherAgencies).toList(),
                    List.of(), disclosure.parts(), version);
        }
        List<Member> fromOthers = links.fromOthers(client.clientId()).stream().filter(this::isShown).toList();
        return new HouseholdView(client.clientId(), members.stream().filter(this::isShown).toList(), fromOthers,
                disclosure.parts(), version);
    }

    /** Somebody who is a client is told of only to who may see that client; who was erased, to nobody. */
    private boolean isShown(Member member) {
        return member.clientId() == null || clients.sees(member.clientId());
    }

    private boolean isHidden(Member member) {
        return member.clientId() != null
                && restrictions.standing(member.clientId(), access.caller()) == Standing.HIDDEN;
    }

    private List<Member> members(Household household, Disclosure disclosure) {
        return sealed.open(disclosure, Part.HOUSEHOLD, Household.MEMBERS, household.members(), HouseholdContent.class)
                .members();
    }
}
