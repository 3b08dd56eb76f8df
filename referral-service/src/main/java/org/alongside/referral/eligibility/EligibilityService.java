package org.alongside.referral.eligibility;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.eligibility.api.EligibilityView;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps whom services are for. */
@ApplicationScoped
@Transactional
public class EligibilityService {

    private final EligibilityRepository rules;
    private final DirectoryService directory;
    private final AccessContext access;
    private final ObjectMapper json;
    private final Clock clock;

    EligibilityService(EligibilityRepository rules, DirectoryService directory, AccessContext access,
            ObjectMapper json, Clock clock) {
        this.rules = rules;
        this.directory = directory;
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem {@code not-found} when there is no such service or it has no rule */
    EligibilityView read(UUID serviceId) {
        return rules.findByIdOptional(serviceId).map(this::view).orElseThrow(Problem::notFound);
    }

    /**
     * @param ifMatch may be absent while the service has no rule
     * @throws Problem {@code not-permitted} unless the caller's agency offers the service
     */
    EligibilityView put(UUID serviceId, String ifMatch, Rule rule) {
        requireOwn(serviceId);
        ServiceEligibility stored = rules.findByIdOptional(serviceId).orElse(null);
        if (stored != null) {
            Etag.require(ifMatch, stored.version());
        }
        return view(store(serviceId, rule));
    }

    /** The rules of those services that have one. */
    public Map<UUID, Rule> of(Collection<UUID> services) {
        return services.isEmpty()
                ? Map.of()
                : rules.of(services).stream()
                        .collect(Collectors.toMap(ServiceEligibility::serviceId, row -> parsed(row.rule())));
    }

    /** Whoever asks: for what comes with a directory. */
    public void load(UUID serviceId, Rule rule) {
        store(serviceId, rule);
    }

    private ServiceEligibility store(UUID serviceId, Rule rule) {
        ServiceEligibility stored = rules.findByIdOptional(serviceId)
                .orElseGet(() -> new ServiceEligibility(serviceId));
        stored.change(written(rule), clock.instant());
        rules.persist(stored);
        rules.flush();
        return stored;
    }

    private void requireOwn(UUID serviceId) {
        UUID agency = directory.offer(serviceId).orElseThrow(Problem::notFound).agencyId();
        if (!access.caller().agency().equals(agency)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only the agency that offers a service says whom it is for.");
        }
    }

    private EligibilityView view(ServiceEligibility stored) {
        return new EligibilityView(stored.serviceId(), parsed(stored.rule()), stored.changedAt(), stored.version());
    }

    private Rule parsed(String rule) {
        try {
            return json.readValue(rule, Rule.class);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A stored eligibility rule cannot be read", impossible);
        }
    }

    private String written(Rule rule) {
        try {
            return json.writerFor(Rule.class).writeValueAsString(rule);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("An eligibility rule cannot be written", impossible);
        }
    }
}
