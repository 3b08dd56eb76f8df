package org.alongside.referral.datapackage.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import of the directory and what came of it.
 *
 * @param source    name under which the rows are kept apart from those of others
 * @param status    {@code running}, {@code done}, {@code refused} or {@code failed}; unless done, nothing of it is in the directory
 * @param step      what it is at
 * @param endedAt   null while it runs
 * @param refusal   why nothing was taken, where that is so, and what to do
 * @param added     rows that are new
 * @param changed   rows that were told otherwise before
 * @param unchanged rows that were known as they are, or that another source tells
 * @param vanished  rows of the source that it no longer tells; they are kept and marked
 * @param files     rows read so far of each file
 * @param issues    how often each kind was found, errors first
 */
public record ImportView(UUID id, String source, String status, String step, Instant createdAt, Instant endedAt,
        String refusal, long added, long changed, long unchanged, long vanished, List<ImportFile> files,
        List<IssueCount> issues) {}
