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

    private static final Set<String> OF_OPTION = Set.of("category", "severity", "urgency");
    private static final Set<String> OF_BOOLEAN = Set.of("when", "category", "severity", "urgency");
    private static final int MOST_SEVERE = 3;

    private final NeedCategories categories;

    NeedRuleReader(NeedCategories categories) {
        this.categories = categories;
    }

    /** @param rules extensions of an option, or of a band of a score */
    List<NeedRule> always(List<Element> rules) {
        return rules.stream()
                .flatMap(rule -> rule(rule, Extensions.parts(rule, OF_OPTION, FindingCode.BAD_RULE)).stream()).toList();
    }

    /** @param rules extensions of an item of type {@code boolean} */
    Map<Object, List<NeedRule>> ofBoolean(List<Element> rules) {
        Map<Object, List<NeedRule>> read = new HashMap<>();
        for (Element rule : rules) {
            Map<String, Element> parts = Extensions.parts(rule, OF_BOOLEAN, FindingCode.BAD_RULE);
            Boolean when = parts.containsKey("when") ? parts.get("when").flag("valueBoolean") : null;
            rule.require(when != null, FindingCode.BAD_RULE, null, "'when' must be a valueBoolean");
            rule(rule, parts).ifPresent(each -> read.computeIfAbsent(when, answer -> new ArrayList<>()).add(each));
        }
        return read;
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
}
