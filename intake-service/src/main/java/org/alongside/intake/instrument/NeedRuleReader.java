package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.alongside.intake.instrument.Questionnaire.Extension;
import org.alongside.kit.code.Coded;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.need.Urgency;

/** Reads the extension by which an answer proposes a need; {@code docs/instruments.md} describes it. */
final class NeedRuleReader {

    private static final String NEED_RULE = "urn:alongside:extension:need-rule";
    private static final Set<String> OF_OPTION = Set.of("category", "severity", "urgency");
    private static final Set<String> OF_BOOLEAN = Set.of("when", "category", "severity", "urgency");
    private static final int MOST_SEVERE = 3;

    private final NeedCategories categories;

    NeedRuleReader(NeedCategories categories) {
        this.categories = categories;
    }

    List<NeedRule> ofOption(Place place, List<Extension> extensions) {
        return each(extensions).stream().map(rule -> rule(place, parts(place, rule, OF_OPTION))).toList();
    }

    Map<Object, List<NeedRule>> ofBoolean(Place place, List<Extension> extensions) {
        Map<Object, List<NeedRule>> rules = new HashMap<>();
        for (Extension extension : each(extensions)) {
            Map<String, Extension> parts = parts(place, extension, OF_BOOLEAN);
            Boolean when = parts.get("when").valueBoolean();
            place.require(when != null, "'when' of a need rule must be a valueBoolean");
            rules.computeIfAbsent(when, answer -> new ArrayList<>()).add(rule(place, parts));
        }
        return rules;
    }

    private NeedRule rule(Place place, Map<String, Extension> parts) {
        String category = parts.get("category").valueCode();
        place.require(category != null && categories.known(category),
                "'category' of a need rule must be a valueCode of the list of need categories, not " + category);
        Integer severity = parts.get("severity").valueInteger();
        place.require(severity != null && severity >= 0 && severity <= MOST_SEVERE,
                "'severity' of a need rule must be a valueInteger from 0 to " + MOST_SEVERE + ", not " + severity);
        String urgency = parts.get("urgency").valueCode();
        return new NeedRule(category, severity, Coded.of(Urgency.class, urgency).orElseThrow(() -> place.fault(
                "'urgency' of a need rule must be the valueCode routine, soon, urgent or immediate, not " + urgency)));
    }

    private static Map<String, Extension> parts(Place place, Extension rule, Set<String> wanted) {
        place.require(NEED_RULE.equals(rule.url()), "the only extension known is " + NEED_RULE + ", not " + rule.url());
        Map<String, Extension> parts = new HashMap<>();
        for (Extension part : each(rule.extension())) {
            place.require(parts.put(part.url(), part) == null, "a need rule has '" + part.url() + "' twice");
        }
        place.require(parts.keySet().equals(wanted),
                "a need rule here has exactly the parts " + wanted.stream().sorted().toList());
        return parts;
    }

    private static List<Extension> each(List<Extension> extensions) {
        return extensions == null ? List.of() : extensions;
    }
}
