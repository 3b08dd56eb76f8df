package org.alongside.local.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.proof.ProofBundle;
import org.alongside.auditlog.tree.InclusionProof;
import org.alongside.auditlog.verify.Report;
import org.alongside.local.LogAuditor;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

import com.fasterxml.jackson.databind.JsonNode;

/** Shows that an entry of the access log can be proved, that a tampered copy of it cannot, and that the whole log is as it was. */
final class Evidence {

    private static final String AUDITOR = "auditor.oversight";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Suite suite;
    private final LogAuditor auditor;
    private final Narrator narrator;
    private final PrintStream out;

    Evidence(Suite suite, LogAuditor auditor, Narrator narrator, PrintStream out) {
        this.suite = suite;
        this.auditor = auditor;
        this.narrator = narrator;
        this.out = out;
    }

    /** @param entry index of an entry of the log */
    void show(long entry) {
        narrator.chapter("Can the log be believed?");
        Call call = Call.get(AUDITOR, "audit", "/v1/log-entries/" + entry + "/proof");
        Reply reply = suite.await(call, answer -> answer.status() == 200, PATIENCE);
        narrator.step("asks for the proof of the last of these entries", call, reply,
                "entry " + entry + " under a signed checkpoint of " + reply.text("/treeSize") + " entries");
        byte[] bytes = Base64.getDecoder().decode(reply.text("/entry"));
        ProofBundle proof = proof(reply.body());
        out.printf("       as it is       %s%n", verdict(proof, bytes));
        byte[] tampered = new String(bytes, ISO_8859_1).replace("allowed", "denied!").getBytes(ISO_8859_1);
        out.printf("       a tampered copy, \"allowed\" made \"denied!\"%n                      %s%n%n",
                verdict(proof, tampered));
        out.printf("       ./alongside verify-log%n");
        Report report = auditor.verify();
        auditor.tell(report);
        report.lines().forEach(line -> out.printf("       %s%n", line));
        if (!report.isSound()) {
            throw new StackException("The access log was touched: see above.");
        }
    }

    private static ProofBundle proof(JsonNode proof) {
        List<byte[]> path = StreamSupport.stream(proof.get("path").spliterator(), false)
                .map(hash -> Base64.getDecoder().decode(hash.asText())).toList();
        return ProofBundle.of(
                new InclusionProof(proof.get("entryIndex").asLong(), proof.get("treeSize").asLong(), path),
                SignedNote.parse(proof.get("checkpoint").asText().getBytes(UTF_8)));
    }

    private String verdict(ProofBundle proof, byte[] bytes) {
        Trust trust = auditor.trust();
        try {
            proof.verify(bytes, trust);
            return "PROVED: it is in the log";
        } catch (UntrustedNote | IllegalArgumentException e) {
            return "REFUSED: " + e.getMessage();
        }
    }
}
