package org.alongside.audit.proof.api;

import java.util.List;
import java.util.Set;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Proof that an entry is in the log, with all that is needed to check it. Bytes are base64 in JSON.
 *
 * @param entryIndex place of the entry
 * @param entry      bytes of the entry: one header line, a line feed, the event as JSON; absent when the log has removed it
 * @param leafHash   SHA-256(0x00 ‖ entry)
 * @param treeSize   entries under the checkpoint
 * @param path       inclusion proof of RFC 6962 §2.1.1: 32 bytes each, from the sibling of the leaf to the child of the root
 * @param checkpoint signed note with the root of that tree, C2SP tlog-checkpoint
 */
public record EntryProof(long entryIndex, @JsonInclude(JsonInclude.Include.NON_NULL) byte[] entry, byte[] leafHash,
        long treeSize, List<byte[]> path,
        String checkpoint) implements AggregateView {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
