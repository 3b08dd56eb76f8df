package org.alongside.referral.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.referral.directorychange.DirectoryChangeService;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.verification.VerificationRepository.Confirmed;
import org.alongside.referral.verification.api.VerificationView;

/** Lets owners confirm that their entries are right, and shows them those that they have not confirmed for long. */
@ApplicationScoped
public class VerificationService {

    private static final String LIST = "verification.list";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final VerificationRepository services;
    private final DirectoryChangeService changes;
    private final Freshness freshness;
    private final AccessContext access;
    private final Cursors cursors;

    VerificationService(VerificationRepository services, DirectoryChangeService changes, Freshness freshness,
            AccessContext access, Cursors cursors) {
        this.services = services;
        this.changes = changes;
        this.freshness = freshness;
        this.access = access;
        this.cursors = cursors;
    }

    /** @throws Problem {@code not-permitted} unless the caller decides on the entry, {@code not-found} for no such service */
    VerificationView confirm(UUID service) {
        changes.makeOwn(HsdsEntity.SERVICE, service, Map.of("assured_date", freshness.today().toString()));
        return services.of(service).map(this::view).orElseThrow(Problem::notFound);
    }

    /** Services of the caller's agency that are stale or were never confirmed, the longest unconfirmed first. */
    @Transactional
    Page<VerificationView> due(PageRequest page) {
        List<String> after = page.cursor() == null
                ? List.of(VerificationRepository.NEVER.toString(), BEFORE_ALL.toString())
                : cursors.open(LIST, null, page.cursor());
        return Page.of(services.due(owner(), freshness.oldestCurrent(), LocalDate.parse(after.get(0)),
                UUID.fromString(after.get(1)), page.rowsToRead()), page, this::view,
                row -> cursors.seal(LIST, null, row.day().toString(), row.serviceId().toString()));
    }

    /** The administrator of the suite takes care of what no agency owns. */
    private UUID owner() {
        Caller caller = access.caller();
        return caller.hasAny(Set.of(Role.AGENCY_ADMIN)) ? caller.agency() : null;
    }

    private VerificationView view(Confirmed row) {
        return new VerificationView(row.serviceId(), row.serviceName(), row.on(), freshness.of(row.on()));
    }
}
