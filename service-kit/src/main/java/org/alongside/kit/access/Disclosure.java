package org.alongside.kit.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A positive decision, already captured: this caller may see these parts of this client. Sealed data opens only against one and
 * mappers take one to make a view, so neither happens without a decision. Only {@link AccessGate} makes them.
 */
public final class Disclosure {

    private final UUID clientId;
    private final UUID homeAgency;
    private final Set<Part> parts;
    private final NeedScope needs;
    private final String basis;
    private final UUID basisId;

    Disclosure(UUID clientId, UUID homeAgency, Set<Part> parts, NeedScope needs, String basis, UUID basisId) {
        this.clientId = clientId;
        this.homeAgency = homeAgency;
        this.parts = Set.copyOf(parts);
        this.needs = needs;
        this.basis = basis;
        this.basisId = basisId;
    }

    /**
     * What several grants open together; its basis is that of the first.
     *
     * @param grounds one for each grant, at least one, all of one client
     */
    static Disclosure together(List<Disclosure> grounds) {
        return grounds.stream().reduce(Disclosure::and).orElseThrow();
    }

    private Disclosure and(Disclosure other) {
        Set<Part> both = EnumSet.copyOf(parts);
        both.addAll(other.parts);
        return new Disclosure(clientId, homeAgency, both, needs.and(other.needs), basis, basisId);
    }

    /** For an aggregate the client asked about, or {@code null}; {@code null} for a record that names no client. */
    public UUID clientId() {
        return clientId;
    }

    /** {@code null} for an aggregate and for a record that names no client. */
    public UUID homeAgency() {
        return homeAgency;
    }

    /** What may be shown: the operation's parts, by a grant narrowed to those of the grants that open the record. */
    public Set<Part> parts() {
        return parts;
    }

    public boolean has(Part part) {
        return parts.contains(part);
    }

    /** Of an assessment, the needs that may be shown, with what was said about them. */
    public NeedScope needs() {
        return needs;
    }

    /**
     * {@code home-agency}, {@code consent}, {@code referral}, {@code emergency}, {@code oversight} or {@code system}; of a record that
     * names no client {@code referral-fact} (what its recipient keeps of a referral) or {@code open-referral}.
     */
    public String basis() {
        return basis;
    }

    /** Whether the caller sees it as the client's home agency, and not by a grant or as an overseer. */
    public boolean isOfHomeAgency() {
        return "home-agency".equals(basis);
    }

    /** The consent, referral, open referral or emergency access behind it, or {@code null}. */
    public UUID basisId() {
        return basisId;
    }
}
