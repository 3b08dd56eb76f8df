package org.alongside.intake.duplicate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.ClientService;
import org.alongside.intake.client.DisclosedClient;
import org.alongside.intake.client.api.Identity;
import org.alongside.intake.duplicate.api.PossibleDuplicate;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Page;
import org.alongside.kit.system.SystemWork;

/** Finds clients who may be the same person as one. */
@ApplicationScoped
public class DuplicateService {

    /** So many are opened at most: each is an access, whether it turns out to be alike or not. */
    private static final int MOST_OPENED = 20;

    private final ClientService clients;
    private final DuplicateIndex index;
    private final MergedClients merged;

    DuplicateService(ClientService clients, DuplicateIndex index, MergedClients merged) {
        this.clients = clients;
        this.index = index;
        this.merged = merged;
    }

    /** The likeliest first, among the clients of the caller's agency. */
    @Transactional
    public Page<PossibleDuplicate> of(UUID clientId) {
        DisclosedClient asked = clients.disclosed(clientId);
        List<Traits> person = Traits.of(asked.details());
        List<PossibleDuplicate> found = index.candidates(asked.client().homeAgency(), person, merged.allOf(clientId),
                MOST_OPENED).stream()
                .map(clients::findDisclosed).flatMap(Optional::stream).map(candidate -> compared(person, candidate))
                .filter(duplicate -> duplicate.likelihood() != Likelihood.NONE)
                .sorted(Comparator.comparingInt(PossibleDuplicate::score).reversed()
                        .thenComparing(PossibleDuplicate::clientId))
                .toList();
        return new Page<>(found, null);
    }

    private PossibleDuplicate compared(List<Traits> person, DisclosedClient candidate) {
        Comparison comparison = Comparison.of(person, Traits.of(candidate.details()));
        Identity identity = candidate.details().identity();
        return new PossibleDuplicate(candidate.client().clientId(), comparison.score(),
                Likelihood.of(comparison.score()), comparison.factors().stream().map(FactorCode::factor).toList(),
                identity.familyName(), identity.givenNames(), identity.nameToUse(), identity.dateOfBirth(),
                merged.survivorOf(candidate.client().clientId()).orElse(null),
                candidate.parts());
    }

    /**
     * Makes the keys of clients from before there were any.
     *
     * @return how many there were, at most {@code limit}
     */
    @SystemWork("duplicate-index")
    int indexSome(int limit) {
        List<UUID> missing = index.notIndexed(limit);
        missing.forEach(client -> {
            // A change that is under way ends first: the keys must be those of the newest version.
            clients.hold(client);
            clients.findDisclosed(client).ifPresent(found -> index.update(found.client(), found.details()));
        });
        return missing.size();
    }
}
