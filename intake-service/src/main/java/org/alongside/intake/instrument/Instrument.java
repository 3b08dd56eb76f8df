package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A set of questions with the rules by which answers become needs. A version never changes once it was used. */
public final class Instrument {

    private final String name;
    private final String version;
    private final String title;
    private final byte[] source;
    private final String sha256;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    Instrument(String name, String version, String title, byte[] source, Collection<Question> questions) {
        this.name = name;
        this.version = version;
        this.title = title;
        this.source = source;
        this.sha256 = Sha256.of(source);
        questions.forEach(question -> this.questions.put(question.linkId(), question));
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    public String title() {
        return title;
    }

    /** The FHIR R4 Questionnaire in JSON, to the letter as it came. */
    public byte[] source() {
        return source.clone();
    }

    /** Of {@link #source()}, in hexadecimal: what an assessment rests on. */
    public String sha256() {
        return sha256;
    }

    public Optional<Question> question(String linkId) {
        return Optional.ofNullable(questions.get(linkId));
    }

    /**
     * The questions that someone with these answers is shown, in order. An answer to a hidden question shows no other one.
     *
     * @param answers by {@code linkId}: codes, {@link Boolean}s or text
     */
    public Map<String, Question> shown(Map<String, Set<Object>> answers) {
        Map<String, Question> shown = new LinkedHashMap<>();
        Map<String, Set<Object>> counted = new HashMap<>();
        for (Question question : questions.values()) {
            if (question.isShown(counted)) {
                shown.put(question.linkId(), question);
                counted.put(question.linkId(), answers.getOrDefault(question.linkId(), Set.of()));
            }
        }
        return shown;
    }

    /** The needs that these answers propose, one for each category, in the order of the questions. */
    public List<ProposedNeed> propose(Map<String, Set<Object>> answers) {
        Map<String, ProposedNeed> needs = new LinkedHashMap<>();
        for (Question question : shown(answers).values()) {
            for (Object answer : answers.getOrDefault(question.linkId(), Set.of())) {
                question.rulesOf(answer).forEach(rule -> needs.merge(rule.category(),
                        ProposedNeed.of(rule, question.linkId()), ProposedNeed::with));
            }
        }
        return new ArrayList<>(needs.values());
    }

    /** Every answer that proposes a need of this category, in the order of the questions. */
    public List<NeedReason> reasons(String category, Map<String, Set<Object>> answers) {
        return shown(answers).values().stream()
                .flatMap(question -> answers.getOrDefault(question.linkId(), Set.of()).stream()
                        .flatMap(answer -> question.reasons(answer).stream()))
                .filter(reason -> reason.rule().category().equals(category)).toList();
    }
}
