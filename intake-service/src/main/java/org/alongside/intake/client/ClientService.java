package org.alongside.intake.client;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.ClientName;
import org.alongside.intake.client.api.ClientSummary;
import org.alongside.intake.client.api.ClientView;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.RegisterClient;
import org.alongside.intake.client.api.SearchClients;
import org.alongside.intake.history.History;
import org.alongside.intake.history.api.Action;
import org.alongside.intake.history.api.VersionView;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.MergePatch;
import org.alongside.kit.merge.MergedClient;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.time.Ids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Registers, reads, changes and finds clients. */
@ApplicationScoped
@Transactional
public class ClientService {

    private final ClientRepository clients;
    private final ClientIndex index;
    private final ClientFinder finder;
    private final ClientMapper mapper;
    private final ClientEvents events;
    private final Event<ClientDescribed> described;
    private final Event<ClientRegistered> registrations;
    private final History history;
    private final ChangedMembers changes;
    private final MergedClients merged;
    private final AccessGate gate;
    private final AccessContext access;
    private final MergePatch patches;
    private final Cursors cursors;
    private final Clock clock;

    ClientService(ClientRepository clients, ClientIndex index, ClientFinder finder, ClientMapper mapper,
            ClientEvents events, Event<ClientDescribed> described, Event<ClientRegistered> registrations,
            History history, ChangedMembers changes, MergedClients merged, AccessGate gate,
            AccessContext access, MergePatch patches,
            Cursors cursors, Clock clock) {
        this.clients = clients;
        this.index = index;
        this.finder = finder;
        this.mapper = mapper;
        this.events = events;
        this.described = described;
        this.registrations = registrations;
        this.history = history;
        this.changes = changes;
        this.merged = merged;
        this.gate = gate;
        this.access = access;
        this.patches = patches;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** @return the id of the new client, whose home agency is the caller's */
    public UUID register(RegisterClient registration) {
        ClientDetails details = registration.details();
        Client client = new Client(Ids.next(), access.caller().agency(), clock.instant());
        describe(client, details);
        clients.persist(client);
        clients.flush();
        index.update(client, details);
        described.fire(new ClientDescribed(client, details));
        history.append(client.became(Action.REGISTERED, changes.of(details)));
        registrations.fire(new ClientRegistered(client, registration.isRestricted()));
        events.registered(client);
        return client.clientId();
    }

    public ClientView read(UUID clientId) {
        Client client = clients.require(clientId);
        return mapper.view(client, gate.disclose(client));
    }

    /** For a caller who has the client's handle from the access log; one that is not visible is named there as asked for. */
    public ClientName name(UUID clientId) {
        Client client = clients.findByIdOptional(clientId)
                .orElseThrow(() -> gate.notVisible("clientId", clientId));
        return mapper.name(client, gate.disclose(client));
    }

    /**
     * How to reach a client, as far as it is recorded.
     *
     * @throws Problem {@code not-found} when the caller may not see the client, or not this part
     */
    public DisclosedContact contact(UUID clientId) {
        Client client = clients.require(clientId);
        Disclosure disclosure = gate.disclose(client);
        Contact recorded = mapper.recordedContact(client, disclosure);
        return new DisclosedContact(recorded == null ? Contact.NOTHING : recorded,
                ClientMapper.isToHomeAgency(disclosure), disclosure);
    }

    /** Applies a JSON Merge Patch to {@link ClientDetails}. */
    public ClientView change(UUID clientId, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Client client = clients.requireForChange(clientId);
        Disclosure disclosure = gate.disclose(client);
        Etag.require(ifMatch, client.recordVersion());
        ClientDetails before = mapper.details(client, disclosure);
        ClientDetails changed = patches.apply(before, patch, ClientDetails.class);
        describe(client, changed);
        clients.flush();
        index.update(client, changed);
        described.fire(new ClientDescribed(client, changed));
        history.append(client.became(Action.CHANGED, changes.between(before, changed)));
        events.changed(client);
        return mapper.view(client, disclosure);
    }

    /** Every version of the record, the oldest first; for the home agency alone. */
    public Page<VersionView> versions(UUID clientId, PageRequest page) {
        return history.of(clientId, gate.disclose(clients.require(clientId)), page);
    }

    /** Clients in the order of their ids; each one returned is an access to its identity. Pages can be short, see {@link ClientFinder}. */
    public Page<ClientSummary> search(SearchClients search, PageRequest page) {
        UUID lastSeen = cursors.lastSeen("client.search", search, page);
        ClientFinder.Found found = finder.find(search, lastSeen, page.rowsToRead());
        return Page.ofVisible(clients.of(found.ids()), page, this::summary,
                client -> cursors.after("client.search", search, client.clientId()))
                .goingOn(found.lookedThrough(), last -> cursors.after("client.search", search, last));
    }

    /** The client with what the caller may see of it, for those who work with it inside this service. */
    public DisclosedClient disclosed(UUID clientId) {
        return findDisclosed(clientId).orElseThrow(Problem::notFound);
    }

    /** As {@link #disclosed}; empty when there is none for the caller. */
    public Optional<DisclosedClient> findDisclosed(UUID clientId) {
        return clients.findByIdOptional(clientId)
                .flatMap(client -> gate.find(client).map(disclosure -> new DisclosedClient(
                        client, mapper.details(client, disclosure), disclosure.parts())));
    }

    /** A client of whatever agency, as far as row-level security shows one; discloses nothing. */
    public Optional<Client> find(UUID clientId) {
        return clients.findByIdOptional(clientId);
    }

    /** The agency that took the client in, for records that belong to the client; checks that the caller may see the client. */
    public Client requireOwn(UUID clientId) {
        Client client = clients.require(clientId);
        gate.disclose(client);
        return client;
    }

    /**
     * As {@link #requireOwn}, for something new about the client.
     *
     * @throws Problem {@code client-merged} when it goes on in another record
     */
    public Client requireOwnToBegin(UUID clientId) {
        Client client = requireOwn(clientId);
        merged.requireNotMerged(clientId);
        return client;
    }

    /** As {@link #requireOwn}, holding the client, so that what is decided of it comes one after the other. */
    public Client requireOwnForChange(UUID clientId) {
        Client client = clients.requireForChange(clientId);
        gate.disclose(client);
        return client;
    }

    /** Whether there is such a client for the caller; if so, that is an access. */
    public boolean sees(UUID clientId) {
        return clients.findByIdOptional(clientId).flatMap(gate::find).isPresent();
    }

    /** Tells of every client anew, but for those of whom somebody else tells something else. */
    public void tellAnew(Predicate<UUID> toldOtherwise) {
        try (Stream<Client> all = clients.streamHeld()) {
            all.filter(client -> !toldOtherwise.test(client.clientId())).forEach(events::snapshot);
        }
    }

    /** Makes every change of the client wait for the end of the transaction; discloses nothing. */
    public void hold(UUID clientId) {
        clients.requireForChange(clientId);
    }

    /** As {@link #hold}, in the order of the ids, so that two who hold some of the same do not wait for each other. */
    public void holdAll(List<UUID> clientIds) {
        clientIds.stream().sorted(Comparator.comparing(UUID::toString)).forEach(this::hold);
    }

    /**
     * Holds every record of a person, as {@link #hold} does: none is merged with another one until the transaction ends.
     *
     * @return their ids
     */
    public List<UUID> holdPerson(UUID clientId) {
        List<UUID> held = List.of();
        List<UUID> records = merged.allOf(clientId);
        while (!held.containsAll(records)) {
            holdAll(records);
            held = records;
            records = merged.allOf(clientId);
        }
        return records;
    }

    /**
     * Keeps and tells in which record a client's goes on, for whoever holds both.
     *
     * @param survivorId {@code null} for none any more
     */
    public void goOn(Client client, UUID survivorId) {
        MergedClient state = new MergedClient(client.clientId(), client.homeAgency(), survivorId,
                merged.nextVersion(client.clientId()));
        merged.store(state);
        events.merged(state);
    }

    /**
     * As {@link #requireOwn}, for a client of the caller's own agency whom the body of the request names; one that is not visible is
     * named in the access log as asked for.
     *
     * @param name of the id, for example {@code memberClientId}
     */
    public Client requireNamed(String name, UUID clientId) {
        Client client = clients.findByIdOptional(clientId)
                .filter(found -> found.homeAgency().equals(access.caller().agency()))
                .orElseThrow(() -> gate.notVisible(name, clientId));
        gate.disclose(client);
        return client;
    }

    private Optional<ClientSummary> summary(Client client) {
        return gate.find(client).filter(disclosure -> disclosure.has(Part.IDENTITY))
                .map(disclosure -> mapper.summary(client, disclosure));
    }

    private void describe(Client client, ClientDetails details) {
        client.describe(mapper.sealIdentity(client, details), mapper.sealContact(client, details), clock.instant());
    }
}
