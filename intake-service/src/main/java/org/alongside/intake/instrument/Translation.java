package org.alongside.intake.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A Questionnaire with its texts in another language: where the file has a translation, it stands in place of the text. */
final class Translation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String language;
    private final String base;

    /** @param language BCP 47 tag */
    Translation(String language) {
        this.language = language;
        this.base = language.split("-", 2)[0];
    }

    byte[] of(byte[] source) {
        try {
            ObjectNode form = (ObjectNode) JSON.readTree(source);
            if (translate(form)) {
                form.put("language", language);
            }
            return JSON.writeValueAsBytes(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether there was a translation */
    private boolean translate(JsonNode node) {
        boolean any = false;
        if (node instanceof ObjectNode object) {
            for (String member : List.of("title", "text", "display", "valueString")) {
                any |= translate(object, member);
            }
        }
        for (JsonNode child : node) {
            any |= translate(child);
        }
        return any;
    }

    private boolean translate(ObjectNode object, String member) {
        String words = words(object.path("_" + member), language);
        words = words == null ? words(object.path("_" + member), base) : words;
        if (words != null) {
            object.put(member, words);
        }
        return words != null;
    }

    /** @return null when there is none */
    private static String words(JsonNode beside, String language) {
        for (JsonNode extension : beside.path("extension")) {
            if (Extensions.TRANSLATION.equals(extension.path("url").textValue())
                    && language.equals(part(extension, "lang").path("valueCode").textValue())) {
                return part(extension, "content").path("valueString").textValue();
            }
        }
        return null;
    }

    private static JsonNode part(JsonNode extension, String url) {
        for (JsonNode part : extension.path("extension")) {
            if (url.equals(part.path("url").textValue())) {
                return part;
            }
        }
        return MissingNode.getInstance();
    }
}
