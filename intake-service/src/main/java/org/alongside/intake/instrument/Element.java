package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.alongside.kit.problem.StorableText;

import com.fasterxml.jackson.databind.JsonNode;

/** One object of a FHIR document with its place in it. What is not of the type that stands there is reported and absent. */
record Element(JsonNode node, String place, Findings findings) {

    private static final String MODIFIER = "modifierExtension";
    /** Members of Questionnaire, its items and options that change neither when a question is shown nor what an answer means. */
    private static final Set<String> HARMLESS = Set.of("id", "meta", "text", "language", "identifier", "name",
            "derivedFrom", "status", "experimental", "subjectType", "date", "publisher", "contact", "description",
            "useContext", "jurisdiction", "purpose", "copyright", "approvalDate", "lastReviewDate", "effectivePeriod",
            "code", "definition", "prefix", "maxLength", "system", "version", "userSelected", "initialSelected");

    /** @return null when absent */
    String text(String member) {
        JsonNode value = node.get(member);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || StorableText.of(value.textValue()).isEmpty()) {
            report(FindingCode.WRONG_TYPE, member, "a text that can be stored");
            return null;
        }
        return value.textValue();
    }

    /** @return null when absent */
    Boolean flag(String member) {
        JsonNode value = node.get(member);
        if (value != null && !value.isBoolean()) {
            report(FindingCode.WRONG_TYPE, member, "true or false");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    /** @return null when absent */
    Integer integer(String member) {
        JsonNode value = node.get(member);
        if (value != null && !value.isInt()) {
            report(FindingCode.WRONG_TYPE, member, "a whole number");
            return null;
        }
        return value == null ? null : value.intValue();
    }

    /** Empty when absent; as questions of this type are answered. */
    Optional<Object> value(String member, QuestionType type) {
        JsonNode value = node.get(member);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Object> read = type.read(plain(value));
        require(read.isPresent(), FindingCode.WRONG_TYPE, member, type.expected());
        return read;
    }

    /** @return null when absent */
    Element object(String member) {
        JsonNode value = node.get(member);
        if (value != null && !value.isObject()) {
            report(FindingCode.WRONG_TYPE, member, "an object");
            return null;
        }
        return value == null ? null : new Element(value, placeOf(member), findings);
    }

    /** Empty when absent. */
    List<Element> objects(String member) {
        JsonNode values = node.get(member);
        if (values == null) {
            return List.of();
        }
        if (!values.isArray()) {
            report(FindingCode.WRONG_TYPE, member, "a list of objects");
            return List.of();
        }
        List<Element> objects = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            add(objects, values.get(i), placeOf(member) + "/" + i);
        }
        return objects;
    }

    private void add(List<Element> objects, JsonNode value, String at) {
        if (value.isObject()) {
            objects.add(new Element(value, at, findings));
        } else {
            findings.add(FindingCode.WRONG_TYPE, at, "an object");
        }
    }

    boolean has(String member) {
        return node.has(member);
    }

    /** Reports every member but these. */
    void understands(Set<String> members) {
        node.fieldNames().forEachRemaining(member -> {
            if (!members.contains(member) && !member.equals("extension")) {
                boolean harmless = !member.equals(MODIFIER) && HARMLESS.contains(member.replaceFirst("^_", ""));
                report(harmless ? FindingCode.MEMBER_IGNORED : FindingCode.NOT_UNDERSTOOD, member, null);
            }
        });
    }

    /** @param detail null when the code says all */
    void report(FindingCode code, String member, String detail) {
        findings.add(code, member == null ? place : placeOf(member), detail);
    }

    /** Reports unless the rule holds. */
    void require(boolean rule, FindingCode otherwise, String member, String detail) {
        if (!rule) {
            report(otherwise, member, detail);
        }
    }

    private static Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    private String placeOf(String member) {
        return place + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
