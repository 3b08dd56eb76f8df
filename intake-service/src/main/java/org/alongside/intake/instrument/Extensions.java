package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What extensions stand on an element; those that are not understood there are reported. */
final class Extensions {

    private static final String OURS = "urn:alongside:extension:";
    private static final String FHIR = "http://hl7.org/fhir/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    static final String NEED_RULE = OURS + "need-rule";
    static final String SCORE = OURS + "score";
    static final String ORDINAL = FHIR + "ordinalValue";
    static final String LEAST = FHIR + "minValue";
    static final String MOST = FHIR + "maxValue";
    static final String TRANSLATION = FHIR + "translation";

    private static final Set<String> COMPUTED = Set.of(SDC + "calculatedExpression", SDC + "initialExpression",
            SDC + "enableWhenExpression");

    private Extensions() {}

    /** @return a list for each that is understood, empty where there is none */
    static Map<String, List<Element>> of(Element element, Set<String> understood) {
        Map<String, List<Element>> found = new HashMap<>();
        understood.forEach(url -> found.put(url, new ArrayList<>()));
        for (Element extension : element.objects("extension")) {
            String url = extension.text("url");
            if (url != null && understood.contains(url)) {
                found.get(url).add(extension);
            } else {
                extension.report(codeFor(url), null, url);
            }
        }
        return found;
    }

    private static FindingCode codeFor(String url) {
        if (NEED_RULE.equals(url) || SCORE.equals(url)) {
            return FindingCode.OUT_OF_PLACE;
        }
        if (url == null || url.startsWith("urn:alongside:")) {
            return FindingCode.NOT_UNDERSTOOD;
        }
        return COMPUTED.contains(url) ? FindingCode.NOT_COMPUTED : FindingCode.EXTENSION_IGNORED;
    }

    /**
     * The parts of an extension that is made of others, each once.
     *
     * @param otherwise reported when they are not exactly those wanted
     */
    static Map<String, Element> parts(Element extension, Set<String> wanted, FindingCode otherwise) {
        Map<String, Element> parts = new HashMap<>();
        for (Element part : extension.objects("extension")) {
            String url = part.text("url");
            extension.require(parts.put(url, part) == null, FindingCode.REPEATED, null, "part '" + url + "'");
        }
        extension.require(parts.keySet().equals(wanted), otherwise, null,
                "exactly the parts " + wanted.stream().sorted().toList());
        return parts;
    }
}
