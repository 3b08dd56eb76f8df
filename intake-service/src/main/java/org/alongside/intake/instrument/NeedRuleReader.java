package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.alongside.kit.code.Coded;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.need.Urgency;

/** Reads the extension by which an answer proposes a need; {@code docs/instruments.md} describes it. */
final class NeedRuleReader {

    private static final String OURS = "urn:alongside:";
    private static final String NEED_RULE = OURS + "extension:need-rule";
    private static final Set<String> COMPUTED = Set.of(
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression");
    private static final Set<String> OF_OPTION = Set.of("category", "severity", "urgency");
    private static final Set<String> OF_BOOLEAN = Set.of("when", "category", "severity", "urgency");
    private static final int MOST_SEVERE = 3;

    private final NeedCategories categories;

    NeedRuleReader(NeedCategories categories) {
        this.categories = categories;
    }

    List<NeedRule> ofOption(Element option) {
        return rulesOn(option).stream().flatMap(rule -> rule(rule, parts(rule, OF_OPTION)).stream()).toList();
    }

    Map<Object, List<NeedRule>> ofBoolean(Element item) {
        Map<Object, List<NeedRule>> rules = new HashMap<>();
        for (Element rule : rulesOn(item)) {
            Map<String, Element> parts = parts(rule, OF_BOOLEAN);
            Boolean when = parts.containsKey("when") ? parts.get("when").flag("valueBoolean") : null;
            rule.require(when != null, FindingCode.BAD_RULE, null, "'when' must be a valueBoolean");
            rule(rule, parts).ifPresent(read -> rules.computeIfAbsent(when, answer -> new ArrayList<>()).add(read));
        }
        return rules;
    }

    /** Reports every need rule on an element on which none can stand, and what else hangs on it. */
    void none(Element element, String why) {
        rulesOn(element).forEach(rule -> rule.report(FindingCode.OUT_OF_PLACE, null, why));
    }

    private List<Element> rulesOn(Element element) {
        List<Element> rules = new ArrayList<>();
        for (Element extension : element.objects("extension")) {
            String url = extension.text("url");
            if (NEED_RULE.equals(url)) {
                rules.add(extension);
            } else {
                extension.report(codeFor(url), null, url);
            }
        }
        return rules;
    }

    private static FindingCode codeFor(String url) {
        if (url == null || url.startsWith(OURS)) {
            return FindingCode.NOT_UNDERSTOOD;
        }
        return COMPUTED.contains(url) ? FindingCode.NOT_COMPUTED : FindingCode.EXTENSION_IGNORED;
    }

    private Optional<NeedRule> rule(Element rule, Map<String, Element> parts) {
        if (!parts.keySet().containsAll(OF_OPTION)) {
            return Optional.empty();
        }
        String category = parts.get("category").text("valueCode");
        rule.require(category != null && categories.known(category), FindingCode.BAD_RULE, null,
                "'category' must be a valueCode of the list of need categories, not " + category);
        Integer severity = parts.get("severity").integer("valueInteger");
        rule.require(severity != null && severity >= 0 && severity <= MOST_SEVERE, FindingCode.BAD_RULE, null,
                "'severity' must be a valueInteger from 0 to " + MOST_SEVERE);
        Optional<Urgency> urgency = Coded.of(Urgency.class, parts.get("urgency").text("valueCode"));
        rule.require(urgency.isPresent(), FindingCode.BAD_RULE, null,
                "'urgency' must be the valueCode routine, soon, urgent or immediate");
        return severity == null ? Optional.empty() : urgency.map(read -> new NeedRule(category, severity, read));
    }

    private static Map<String, Element> parts(Element rule, Set<String> wanted) {
        Map<String, Element> parts = new HashMap<>();
        for (Element part : rule.objects("extension")) {
            String url = part.text("url");
            rule.require(parts.put(url, part) == null, FindingCode.REPEATED, null, "part '" + url + "'");
        }
        rule.require(parts.keySet().equals(wanted), FindingCode.BAD_RULE, null,
                "exactly the parts " + wanted.stream().sorted().toList());
        return parts;
    }
}
