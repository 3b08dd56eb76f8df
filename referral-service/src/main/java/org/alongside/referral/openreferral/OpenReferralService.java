package org.alongside.referral.openreferral;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.erasure.ClientKeyDestroyed;
import org.alongside.kit.http.Etag;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.referral.client.ClientHomes;
import org.alongside.referral.openreferral.api.Claim;
import org.alongside.referral.openreferral.api.OpenAReferral;
import org.alongside.referral.openreferral.api.OpenReferralView;
import org.alongside.referral.openreferral.api.OwnOpenReferral;
import org.alongside.referral.referral.Referral;
import org.alongside.referral.referral.SharedParts;

/** Opens, shows, claims and withdraws open referrals. */
@ApplicationScoped
@Transactional
public class OpenReferralService {

    private static final String LIST = "open-referral.list";
    private static final Set<Role> MAY_CLAIM = Set.of(Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM);
    private static final Set<Role> MAY_WITHDRAW = Set.of(Role.REFERRAL_COORDINATOR, Role.CASE_WORKER);

    private final OpenReferralRepository all;
    private final OpenReferralClientRepository clients;
    private final OpenReferralEvents events;
    private final OpenReferralConfig config;
    private final Claimants claimants;
    private final ClientHomes homes;
    private final NeedCategories categories;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    OpenReferralService(OpenReferralRepository all, OpenReferralClientRepository clients, OpenReferralEvents events,
            OpenReferralConfig config, Claimants claimants, ClientHomes homes, NeedCategories categories,
            SealedJson sealed, AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.all = all;
        this.clients = clients;
        this.events = events;
        this.config = config;
        this.claimants = claimants;
        this.homes = homes;
        this.categories = categories;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID open(OpenAReferral opened) {
        homes.requireOwn(opened.clientId());
        categories.requireKnown("/category", List.of(opened.category()));
        SharedParts.require("/parts", opened.sharedParts());
        OpenReferral open = new OpenReferral(Ids.next(), opened, clock.instant());
        all.persist(open);
        all.flush();
        clients.persist(new OpenReferralClient(open.recordId(), opened, access.caller().agency(),
                access.caller().subject(), sealed.seal(opened.clientId(), Referral.MESSAGE, opened.message())));
        clients.flush();
        events.moved(open);
        return open.recordId();
    }

    public OpenReferralView read(UUID id) {
        return all.findByIdOptional(id).flatMap(this::view).orElseThrow(Problem::notFound);
    }

    /** Those that the caller's agency may claim or has claimed, the oldest first. */
    Page<OpenReferralView> claimable(PageRequest page) {
        UUID lastSeen = cursors.lastSeen(LIST, "claimable", page);
        return Page.ofVisible(all.claimable(access.caller().agency(), lastSeen, page.rowsToRead()), page, this::view,
                open -> cursors.after(LIST, "claimable", open.recordId()));
    }

    /** Those of the caller's agency's clients, the oldest first. */
    Page<OpenReferralView> own(PageRequest page) {
        UUID lastSeen = cursors.lastSeen(LIST, "own", page);
        return Page.ofVisible(all.own(lastSeen, page.rowsToRead()), page, this::view,
                open -> cursors.after(LIST, "own", open.recordId()));
    }

    /**
     * All of a client of the caller's agency, the oldest first.
     *
     * @param records of one person
     */
    public List<OwnOpenReferral> inFull(List<UUID> records) {
        return clients.of(records).stream()
                .flatMap(client -> gate.find(client).map(disclosure -> own(client, disclosure)).stream()).toList();
    }

    private OwnOpenReferral own(OpenReferralClient client, Disclosure disclosure) {
        OpenReferral open = all.findById(client.recordId());
        return new OwnOpenReferral(whole(open, client, disclosure), client.needId(), client.parts(),
                sealed.open(disclosure, Part.REFERRAL, Referral.MESSAGE, client.message(), String.class),
                client.openedBy());
    }

    /**
     * Reserves it for the caller's agency, if that is the first to ask.
     *
     * @throws Problem {@code conflicting-state} when another was first, or a claim of this agency has lapsed;
     *         {@code invalid-input} when the service cannot help here
     */
    public OpenReferralView claim(UUID id, Claim claim) {
        OpenReferral open = all.findByIdOptional(id).orElseThrow(Problem::notFound);
        UUID agency = access.caller().agency();
        refuseOwn(id);
        refuseAgain(open, agency);
        claimants.requireEligible(claim.serviceId(), agency, open.category(), open.area());
        if (!all.claim(id, agency, claim.serviceId(), clock.instant().plus(config.claimLife()))) {
            throw all.present(id).map(status -> conflict(status, "claim", List.of())).orElseGet(Problem::notFound);
        }
        all.getEntityManager().refresh(open);
        events.moved(open);
        return view(open).orElseThrow(Problem::notFound);
    }

    /** Takes it back, claimed or not. */
    public OpenReferralView withdraw(UUID id, String ifMatch) {
        gate.disclose(clients.require(id));
        OpenReferral open = all.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
        Etag.require(ifMatch, open.recordVersion());
        if (open.status().isFinal()) {
            throw conflict(open.status(), "withdraw", allowed(open, true));
        }
        open.withdraw();
        all.flush();
        events.moved(open);
        return view(open).orElseThrow(Problem::notFound);
    }

    /** Nobody can be helped by claiming what an erased client needed. */
    void withdrawOf(@Observes ClientKeyDestroyed erased) {
        List<OpenReferral> standing = all.standingOf(erased.clientId());
        standing.forEach(OpenReferral::withdraw);
        all.flush();
        standing.forEach(events::moved);
    }

    private void refuseOwn(UUID id) {
        if (clients.findByIdOptional(id).isPresent()) {
            throw Problem.invalid(new Violation("/serviceId", "own-agency", "a referral goes to another agency"));
        }
    }

    private static void refuseAgain(OpenReferral open, UUID agency) {
        if (open.hasLapsedFor(agency)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "A claim of your agency on this has lapsed: now it is for other agencies to claim.")
                    .with("present", open.status().code()).with("asked", "claim").with("allowed", List.of());
        }
    }

    private static Problem conflict(OpenReferralStatus present, String asked, List<String> allowed) {
        return Problem.of(ProblemType.CONFLICTING_STATE).with("present", present.code()).with("asked", asked)
                .with("allowed", allowed);
    }

    /** The home agency sees whose it is; the others what kind of need, where and how urgent. */
    private Optional<OpenReferralView> view(OpenReferral open) {
        return clients.findByIdOptional(open.recordId())
                .flatMap(client -> gate.find(client).map(disclosure -> whole(open, client, disclosure)))
                .or(() -> gate.find(open).map(disclosure -> nameless(open, disclosure)));
    }

    private OpenReferralView whole(OpenReferral open, OpenReferralClient client, Disclosure disclosure) {
        return new OpenReferralView(open.recordId(), client.clientId(), open.category(), open.area(), open.urgency(),
                open.status(), open.openedAt(), open.claimant(), open.serviceId(), open.claimUntil(),
                open.referralId(), allowed(open, true), disclosure.parts(), open.recordVersion());
    }

    private OpenReferralView nameless(OpenReferral open, Disclosure disclosure) {
        boolean claimed = access.caller().agency().equals(open.claimant());
        return new OpenReferralView(open.recordId(), null, open.category(), open.area(), open.urgency(), open.status(),
                open.openedAt(), claimed ? open.claimant() : null, claimed ? open.serviceId() : null,
                claimed ? open.claimUntil() : null, null, allowed(open, false), disclosure.parts(),
                open.recordVersion());
    }

    private List<String> allowed(OpenReferral open, boolean own) {
        Caller caller = access.caller();
        if (own) {
            return caller.hasAny(MAY_WITHDRAW) && !open.status().isFinal() ? List.of("withdraw") : List.of();
        }
        boolean free = open.status() == OpenReferralStatus.OPEN && !open.hasLapsedFor(caller.agency());
        return caller.hasAny(MAY_CLAIM) && free ? List.of("claim") : List.of();
    }
}
