package org.alongside.referral.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AgencyScope;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.change.ChangeRepository.Deleted;
import org.alongside.referral.change.api.ReferralChange;

/** Hands out the feed of the acting agency. */
@ApplicationScoped
@Transactional
public class ChangeService {

    private static final String LIST = "referral-change.list";

    private final ChangeRepository changes;
    private final AgencyScope scope;
    private final Cursors cursors;
    private final ChangeConfig config;

    ChangeService(ChangeRepository changes, AgencyScope scope, Cursors cursors, ChangeConfig config) {
        this.changes = changes;
        this.scope = scope;
        this.cursors = cursors;
        this.config = config;
    }

    /**
     * What comes after a cursor, or from a time on; from the beginning without either. There is always a next page, the one on which what
     * comes later will stand.
     *
     * @throws Problem {@code changes-not-kept} when something that came then is deleted
     */
    Page<ReferralChange> list(Instant modifiedAfter, PageRequest page) {
        UUID agency = scope.open();
        long position = start(agency, modifiedAfter, page);
        List<ReferralChange> items = changes.after(agency, position, page.limit(), each -> cursor(agency, each));
        String next = items.isEmpty() ? cursor(agency, position) : items.get(items.size() - 1).cursor();
        return new Page<>(items, next);
    }

    private long start(UUID agency, Instant modifiedAfter, PageRequest page) {
        Deleted deleted = changes.deleted(agency).orElse(new Deleted(0, null));
        if (page.cursor() != null) {
            long position = Long.parseLong(cursors.open(LIST, agency, page.cursor()).get(0));
            return kept(position, position >= deleted.position());
        }
        if (modifiedAfter != null) {
            boolean kept = deleted.toldAt() == null || modifiedAfter.isAfter(deleted.toldAt());
            return kept(changes.positionBefore(agency, modifiedAfter), kept);
        }
        return deleted.position();
    }

    private static long kept(long position, boolean kept) {
        if (!kept) {
            throw Problem.of(ProblemType.CHANGES_NOT_KEPT);
        }
        return position;
    }

    private String cursor(UUID agency, long position) {
        return cursors.seal(config.kept(), LIST, agency, Long.toString(position));
    }
}
