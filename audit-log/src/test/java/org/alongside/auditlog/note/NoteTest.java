package org.alongside.auditlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.alongside.auditlog.tree.TreeHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final String ORIGIN = "agency.example/alongside";
    private static final SignerKey OLD = SignerKey.generate(ORIGIN, KeyType.ED25519);
    private static final SignerKey NEW = SignerKey.generate(ORIGIN, KeyType.ED25519);
    private static final SignerKey FIRST_WITNESS = SignerKey.generate("w.example/1", KeyType.COSIGNATURE);
    private static final SignerKey SECOND_WITNESS = SignerKey.generate("w.example/2", KeyType.COSIGNATURE);

    /** The example of c2sp.org/signed-note, "Verifier keys". */
    @Test
    void theExampleOfTheSpecification() {
        VerifierKey key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        byte[] bytes = ("This is an example message.\n\n\u2014 example.com/foo "
                + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")
                .getBytes(UTF_8);
        SignedNote note = SignedNote.parse(bytes);
        assertEquals("This is an example message.\n", note.text());
        assertTrue(key.verifies(note.textBytes(), note.signatures().get(0)));
        assertFalse(key.verifies("This is an example message!\n".getBytes(UTF_8), note.signatures().get(0)));
        assertArrayEquals(bytes, note.bytes());
        assertEquals("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", key.toString());
    }

    /** Key and note of the documentation of golang.org/x/mod/sumdb/note. */
    @Test
    void theExampleOfGo() {
        SignerKey key = SignerKey
                .parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        assertEquals("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", key.verifier().toString());
        String text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        assertEquals(
                "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=",
                key.sign(text.getBytes(UTF_8), NOW).toString());
    }

    /** The key pair that transparency-dev/tessera's documentation shows. */
    @Test
    void aKeyPairOfTessera() {
        String skey = "PRIVATE+KEY+binarytransparency.log/example+5de0f997+AXNNv9racVtMynH7oHIogZ4xS5sAIHBl47hlrcf6vsfu";
        SignerKey key = SignerKey.parse(skey);
        assertEquals("binarytransparency.log/example+5de0f997+AcPfp2roeTxqSqmPdDkA9rIAd0pe3C5Je6Rze2SqBDUp",
                key.verifier().toString());
        assertEquals(skey, key.secret());
        assertFalse(key.toString().contains("AXNN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a+b", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "example.com/foo+530d903a+",
            "n+530d903a+AQ==",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
    void whatIsNoKey(String vkey) {
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.parse(vkey));
        assertThrows(IllegalArgumentException.class, () -> SignerKey.parse("PRIVATE+KEY+" + vkey));
        assertThrows(IllegalArgumentException.class, () -> SignerKey.parse(vkey));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text\n", "text\n\n", "text\n\n\u2014 name AAAAAAA=", "text\n\n\u2014 name\n",
            "text\n\n- name AAAAAAA=\n",
            "text\n\n\u2014 name AAAAAA==\n", "text\n\n\u2014 name AAAAAAB=\n", "text\n\n\u2014 na+me AAAAAAA=\n",
            "te\txt\n\n\u2014 name AAAAAAA=\n", "text\r\n\n\u2014 name AAAAAAA=\n", "text\n\u2014 name AAAAAAA=\n",
            "text\n\n\u2014 name AAAAAAA=\n\u2014", "text\n\n\u2014 name AAAAAAA=\nx\n",
            "text\n\n\u2014  name AAAAAAA=\n"})
    void whatIsNoNote(String note) {
        assertThrows(IllegalArgumentException.class, () -> SignedNote.parse(note.getBytes(UTF_8)));
    }

    @Test
    void aNoteThatIsNotUtf8IsNone() {
        byte[] bytes = "text\n\n\u2014 name AAAAAAA=\n".getBytes(UTF_8);
        SignedNote.parse(bytes);
        bytes[0] = (byte) 0xFF;
        assertThrows(IllegalArgumentException.class, () -> SignedNote.parse(bytes));
    }

    /** The text may have empty lines; the last one parts it from the signatures. */
    @Test
    void aTextWithEmptyLines() {
        SignedNote note = SignedNote.parse("a\n\nb\n\n\u2014 name AAAAAAA=\n".getBytes(UTF_8));
        assertEquals("a\n\nb\n", note.text());
    }

    @Test
    void aCheckpointIsThreeLines() {
        byte[] root = new byte[TreeHasher.BYTES];
        String text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        Checkpoint parsed = Checkpoint.parse(text);
        assertEquals(20852163, parsed.size());
        assertEquals(text, parsed.text());
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("", 0, root));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", -1, root));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", 1, new byte[31]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n1\n", "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
            "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nextension\n",
            "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nextension\n",
            "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n"})
    void whatIsNoCheckpoint(String text) {
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.parse(text));
    }

    @Test
    void aCosignatureIsOverItsTimeToo() {
        byte[] text = checkpoint(5).text().getBytes(UTF_8);
        NoteSignature signature = FIRST_WITNESS.sign(text, NOW);
        assertTrue(FIRST_WITNESS.verifier().verifies(text, signature));
        assertEquals(NOW, Cosignature.time(signature));
        byte[] later = ByteBuffer.wrap(signature.bytes().clone()).putLong(NOW.getEpochSecond() + 1).array();
        assertFalse(
                FIRST_WITNESS.verifier().verifies(text, new NoteSignature(signature.name(), signature.keyId(), later)));
        assertFalse(SECOND_WITNESS.verifier().verifies(text, signature));
    }

    /** The message of c2sp.org/tlog-cosignature, "Ed25519 signed message", signed as a plain note. */
    @Test
    void aCosignatureIsWhatTheSpecificationSays() {
        SignerKey plain = SignerKey.generate("w", KeyType.ED25519);
        String seed = plain.secret().split("\\+", 5)[4];
        byte[] typeAndSeed = Base64.getDecoder().decode(seed);
        byte[] text = checkpoint(5).text().getBytes(UTF_8);
        byte[] cosignature = Cosignature.sign(Arrays.copyOfRange(typeAndSeed, 1, 33), text, NOW);
        String message = "cosignature/v1\ntime 1790000000\n" + checkpoint(5).text();
        byte[] expected = ByteBuffer.allocate(72).putLong(1790000000L)
                .put(plain.sign(message.getBytes(UTF_8), NOW).bytes()).array();
        assertArrayEquals(expected, cosignature);
    }

    /** Before, during and after a change of keys, to somebody who knows both. */
    @ParameterizedTest
    @CsvSource({"99, old, true", "99, new, false", "100, both, true", "100, old, false", "149, both, true",
            "149, new, false",
            "150, new, true", "150, old, false", "150, both, true"})
    void keysChangeWithOverlap(long size, String signers, boolean believed) {
        Trust trust = Trust
                .parse("origin " + ORIGIN + "\n# rotated\nkey " + OLD.verifier() + " until 150\n\nkey " + NEW.verifier()
                        + " from 100\n");
        List<SignerKey> keys = switch (signers) {
            case "old" -> List.of(OLD);
            case "new" -> List.of(NEW);
            default -> List.of(OLD, NEW);
        };
        assertBelieved(believed, trust, checkpoint(size).sign(keys, NOW));
    }

    @Test
    void aQuorumOfWitnesses() {
        Trust trust = Trust.parse(
                "origin " + ORIGIN + "\nkey " + OLD.verifier() + "\nwitness " + FIRST_WITNESS.verifier() + "\nwitness "
                        + SECOND_WITNESS.verifier() + "\nquorum 2");
        SignedNote one = checkpoint(5).sign(List.of(OLD, FIRST_WITNESS), NOW);
        assertBelieved(false, trust, one);
        assertBelieved(true, trust, one.with(SECOND_WITNESS.sign(one.textBytes(), NOW)));
        assertBelieved(false, trust, one.with(FIRST_WITNESS.sign(one.textBytes(), NOW)));
    }

    @Test
    void unknownSignaturesDoNoHarmAndWrongOnesDo() {
        Trust trust = Trust.parse("origin " + ORIGIN + "\nkey " + OLD.verifier());
        SignedNote note = checkpoint(5).sign(List.of(SECOND_WITNESS, OLD, NEW), NOW);
        assertBelieved(true, trust, note);
        assertBelieved(false, trust, note.with(new NoteSignature(ORIGIN, OLD.verifier().id(), new byte[64])));
        assertBelieved(false, trust, new SignedNote(checkpoint(6).text(), note.signatures()));
        assertBelieved(false, Trust.parse("origin other.example\nkey " + OLD.verifier()), note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "origin a", "key KEY", "origin a\nkey KEY\nquorum 1", "origin a\nkey KEY from x",
            "origin a\nkey KEY\nfoo",
            "origin a\nkey KEY from 5 until 5", "origin a\nwitness KEY\nkey KEY", "origin a\nkey WITNESS",
            "origin a\nkey KEY\nquorum x"})
    void whatIsNoTrust(String text) {
        String filled = text.replace("KEY", OLD.verifier().toString()).replace("WITNESS",
                FIRST_WITNESS.verifier().toString());
        assertThrows(IllegalArgumentException.class, () -> Trust.parse(filled));
    }

    private static void assertBelieved(boolean believed, Trust trust, SignedNote note) {
        if (believed) {
            assertDoesNotThrow(() -> trust.open(note));
        } else {
            assertThrows(UntrustedNote.class, () -> trust.open(note));
        }
    }

    private static Checkpoint checkpoint(long size) {
        return new Checkpoint(ORIGIN, size, new byte[TreeHasher.BYTES]);
    }
}
