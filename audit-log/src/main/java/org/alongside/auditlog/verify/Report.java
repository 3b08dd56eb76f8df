package org.alongside.auditlog.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.alongside.auditlog.json.JsonText;

/**
 * What a verification found.
 *
 * @param origin      name of the log that was expected
 * @param size        entries read, removed ones included
 * @param removed     entries at the front of which only the hashes are there, their time being over
 * @param sealed      entries under the newest checkpoint whose signatures and root were right
 * @param root        over the entries read, 32 bytes
 * @param checkpoints how many were right
 * @param sources     how far each source of events got
 * @param findings    the first thousand, causes before what follows from them
 * @param total       number of findings
 * @param checkpoint  the newest checkpoint whose signatures and root were right, a signed note; null when none was
 * @param finishedAt  by the clock of whoever verified
 * @param took        time that it took
 */
public record Report(String origin, long size, long removed, long sealed, byte[] root, long checkpoints,
        List<SourceReach> sources,
        List<Finding> findings, long total, String checkpoint, Instant finishedAt, Duration took) {

    private static final String VERIFIER = "audit-log";

    /** @param last sequence of the source in that epoch */
    public record SourceReach(String source, int epoch, long last) implements Comparable<SourceReach> {

        @Override
        public int compareTo(SourceReach other) {
            return Comparator.comparing(SourceReach::source).thenComparing(SourceReach::epoch).compare(this, other);
        }
    }

    /** Whether nothing at all was found. */
    public boolean isSound() {
        return total == 0;
    }

    /** For people: a line for each finding, then what was read, then the verdict. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(findings.stream().map(Finding::message).toList());
        if (total > findings.size()) {
            lines.add("… and " + (total - findings.size()) + " more");
        }
        lines.add(
                origin + ": " + size + " entries read, " + sealed + " of them under a right checkpoint, " + checkpoints
                        + " right checkpoints, " + took.toMillis() + " ms");
        if (removed > 0) {
            lines.add("Entries 0 to " + (removed - 1)
                    + " are not there: their hashes were verified, what they said was not");
        }
        lines.add(isSound() ? sound() : "TOUCHED: " + total + " findings");
        return lines;
    }

    private String sound() {
        return removed == 0
                ? "SOUND: the log is complete and unchanged"
                : "SOUND from entry " + removed
                        + " on: complete and unchanged; the entries before it were old enough to be removed";
    }

    /**
     * One object: {@code verdict} ({@code sound} or {@code touched}), {@code origin}, {@code size}, {@code removed}, {@code sealed}, {@code root} in
     * base64, {@code checkpoints}, {@code sources} with {@code source}, {@code epoch}, {@code last}, {@code findings} with
     * {@code kind}, {@code entry}, {@code message}, {@code findingsTotal}, {@code checkpoint}, {@code finishedAt}, {@code verifier}, {@code milliseconds}.
     * The log takes it at {@code POST /v1/log/verifications}.
     */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", isSound() ? "sound" : "touched");
        json.put("origin", origin);
        json.put("size", size);
        json.put("removed", removed);
        json.put("sealed", sealed);
        json.put("root", Base64.getEncoder().encodeToString(root));
        json.put("checkpoints", checkpoints);
        json.put("sources", sources.stream().map(Report::json).toList());
        json.put("findings", findings.stream().map(Report::json).toList());
        json.put("findingsTotal", total);
        json.put("checkpoint", checkpoint);
        json.put("finishedAt", finishedAt.toString());
        json.put("verifier", VERIFIER);
        json.put("milliseconds", took.toMillis());
        return JsonText.of(json);
    }

    private static Map<String, Object> json(SourceReach reach) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", reach.source());
        json.put("epoch", reach.epoch());
        json.put("last", reach.last());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
        json.put("entry", finding.entry());
        json.put("message", finding.message());
        return json;
    }
}
