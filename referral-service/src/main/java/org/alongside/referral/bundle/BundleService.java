package org.alongside.referral.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.referral.bundle.api.BundleView;
import org.alongside.referral.bundle.api.BundledReferral;
import org.alongside.referral.bundle.api.CreateBundle;
import org.alongside.referral.referral.Bundled;
import org.alongside.referral.referral.ReferralCommands;
import org.alongside.referral.referral.ReferralService;
import org.alongside.referral.referral.ReferralStatus;
import org.alongside.referral.referral.api.DraftReferral;

/** Referrals that belong together: drafted together, sent together, seen together. */
@ApplicationScoped
@Transactional
public class BundleService {

    private final ReferralService referrals;
    private final ReferralCommands commands;

    BundleService(ReferralService referrals, ReferralCommands commands) {
        this.referrals = referrals;
        this.commands = commands;
    }

    /** Drafts all or none. */
    public UUID create(CreateBundle bundle) {
        refuseDoubles(bundle.referrals());
        UUID bundleId = Ids.next();
        IntStream.range(0, bundle.referrals().size()).forEach(
                i -> referrals.draft(draft(bundle, bundle.referrals().get(i)), bundleId, "/referrals/" + i));
        return bundleId;
    }

    public BundleView read(UUID bundleId) {
        List<Bundled> all = require(bundleId);
        return new BundleView(bundleId, all.get(0).summary().clientId(), all.stream().map(Bundled::summary).toList(),
                all.get(0).summary().parts(), version(all));
    }

    /**
     * Sends all that are drafts, or none. What was withdrawn or sent singly before stays as it is.
     *
     * @throws Problem what stands against sending one of them, with its {@code referralId}; {@code conflicting-state} when none is
     *         a draft
     */
    public BundleView request(UUID bundleId, String ifMatch) {
        List<Bundled> all = require(bundleId);
        Etag.require(ifMatch, version(all));
        List<Bundled> drafts = all.stream().filter(one -> one.summary().status() == ReferralStatus.DRAFT).toList();
        if (drafts.isEmpty()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "Nothing in this bundle is a draft any more.");
        }
        drafts.forEach(this::request);
        return read(bundleId);
    }

    private void request(Bundled one) {
        UUID referralId = one.summary().referralId();
        try {
            commands.request(referralId, Etag.of(one.version()));
        } catch (Problem refusal) {
            throw refusal.kind() == ProblemType.CONSENT_MISSING || refusal.kind() == ProblemType.CONFLICTING_STATE
                    ? refusal.with("referralId", referralId)
                    : refusal;
        }
    }

    private List<Bundled> require(UUID bundleId) {
        List<Bundled> all = referrals.bundle(bundleId);
        if (all.isEmpty()) {
            throw Problem.notFound();
        }
        return all;
    }

    /** Grows with every change, since versions do and no referral leaves a bundle. */
    private static long version(List<Bundled> all) {
        return all.stream().mapToLong(one -> one.version() + 1).sum();
    }

    private static void refuseDoubles(List<BundledReferral> referrals) {
        Set<UUID> services = new HashSet<>();
        List<Violation> doubles = IntStream.range(0, referrals.size())
                .filter(i -> !services.add(referrals.get(i).serviceId()))
                .mapToObj(i -> new Violation("/referrals/" + i + "/serviceId", "double",
                        "another referral of the bundle goes to the same service"))
                .toList();
        if (!doubles.isEmpty()) {
            throw Problem.invalid(doubles);
        }
    }

    private static DraftReferral draft(CreateBundle bundle, BundledReferral one) {
        return new DraftReferral(bundle.clientId(), one.serviceId(), bundle.needId(), one.category(),
                one.parts(), one.message(), bundle.urgency(), null);
    }
}
