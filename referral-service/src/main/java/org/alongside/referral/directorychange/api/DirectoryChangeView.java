package org.alongside.referral.directorychange.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.http.Versioned;
import org.alongside.referral.directorychange.DirectoryChangeStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A change of the directory.
 *
 * @param entity         name of the entity in HSDS 3.1
 * @param owner          the agency that decides; null where the administrator of the suite does
 * @param fields         what it does; empty for those from whom the entry is hidden, because it lies at a confidential place
 * @param comment        null for those, too
 * @param proposedBy     the agency; null for a caller without one
 * @param decidedBy      the agency that approved, declined or withdrew it
 * @param reason         why it was declined; null for those, too
 * @param allowedActions commands that the caller may give now: {@code approve}, {@code decline}, {@code withdraw}
 */
public record DirectoryChangeView(UUID id, String entity, UUID entryId, UUID owner, List<FieldChange> fields,
        String comment, DirectoryChangeStatus status, UUID proposedBy, Instant proposedAt, UUID decidedBy,
        Instant decidedAt, String reason, List<String> allowedActions,
        @JsonIgnore long version) implements Versioned {}
