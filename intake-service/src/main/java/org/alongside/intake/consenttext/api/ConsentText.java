package org.alongside.intake.consenttext.api;

import java.util.List;

/**
 * What a client is asked to agree to, in plain language.
 *
 * @param version  of the wording
 * @param language BCP 47 tag
 * @param sections the text by headings, for a screen
 * @param plain    the whole text, UTF-8, lines ended by LF: the bytes that {@code sha256} is of
 * @param sha256   64 lower-case hexadecimal digits
 */
public record ConsentText(String version, String language, String title, List<Section> sections, String plain,
        String sha256) {

    /** A heading, what it says, and then a list, which may be empty. */
    public record Section(String heading, List<String> paragraphs, List<String> items) {}
}
