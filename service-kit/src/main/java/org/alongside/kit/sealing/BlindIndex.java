package org.alongside.kit.sealing;

import java.lang.Character.UnicodeScript;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tokens by which a sealed value can be found by equality. Keyed by home agency: the same name at two agencies has two tokens, so
 * that an index tells nothing across agencies.
 */
@ApplicationScoped
public class BlindIndex {

    /** Enough that no two values of one agency share a token by accident. */
    private static final int TOKEN_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    /** Scripts whose marks are additions to a letter; elsewhere (Devanagari, Thai, kana) marks are part of the spelling. */
    private static final Set<UnicodeScript> OPTIONAL_MARKS = EnumSet.of(UnicodeScript.INHERITED, UnicodeScript.LATIN,
            UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HEBREW, UnicodeScript.ARABIC);
    private static final Set<Integer> KANA_VOICING = Set.of(0x3099, 0x309A);

    private static final Pattern APOSTROPHES = Pattern.compile("['`\u00b4\u02b9\u02bb\u02bc\u2018\u2019]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    private final MasterKeys keys;

    BlindIndex(MasterKeys keys) {
        this.keys = keys;
    }

    /**
     * @param kind what the value is, so that equal values of different kinds have different tokens
     * @param normalised the value after {@link #normalise} or {@link #normaliseContact}
     * @return 16 bytes
     */
    public byte[] token(UUID homeAgency, String kind, String normalised) {
        return Arrays.copyOf(hmac(agencyKey(homeAgency), Binding.of(kind, normalised)), TOKEN_BYTES);
    }

    private byte[] agencyKey(UUID homeAgency) {
        byte[] context = Binding.of("blind-index", homeAgency.toString());
        return Crypto.call(() -> keys.blindIndex().computePrimary(context, KEY_BYTES));
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC, impossible);
        }
    }

    /**
     * Makes spellings of one name equal: accents, case, width, apostrophes, hyphens and spaces do not count.
     *
     * @return empty when nothing is left
     */
    public static String normalise(String text) {
        String plain = withoutOptionalMarks(Normalizer.normalize(text, Form.NFKD));
        String folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03c2', '\u03c3');
        String joined = APOSTROPHES.matcher(folded).replaceAll("");
        return Normalizer.normalize(SEPARATORS.matcher(joined).replaceAll(" ").strip(), Form.NFC);
    }

    /** A telephone number by its digits, an e-mail address without regard to case; else as {@link #normalise}. */
    public static String normaliseContact(String text) {
        if (text.contains("@")) {
            return Normalizer.normalize(text.strip(), Form.NFKC).toLowerCase(Locale.ROOT);
        }
        boolean number = text.codePoints().noneMatch(Character::isLetter);
        return number ? NO_DIGITS.matcher(Normalizer.normalize(text, Form.NFKC)).replaceAll("") : normalise(text);
    }

    private static String withoutOptionalMarks(String decomposed) {
        return decomposed.codePoints().filter(point -> !isOptionalMark(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isOptionalMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK && !KANA_VOICING.contains(point)
                && OPTIONAL_MARKS.contains(UnicodeScript.of(point));
    }
}
