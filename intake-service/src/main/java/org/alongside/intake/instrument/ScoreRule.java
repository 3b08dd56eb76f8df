package org.alongside.intake.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How answers become a number.
 *
 * @param name      code, once in the instrument
 * @param method    sum or mean
 * @param questions {@code linkId} of each that counts, in the order of the file
 * @param least     how many must be answered; null for all that are shown
 * @param bands     what the number means, from the lowest on
 */
public record ScoreRule(String name, Wording title, ScoreMethod method, List<String> questions, Integer least,
        List<Band> bands) {

    private static final int DECIMALS = 2;

    /** The band of this code. */
    public Optional<Band> band(String code) {
        return bands.stream().filter(band -> band.code().equals(code)).findFirst();
    }

    Score of(Instrument instrument, Answers answers) {
        ShownQuestions shown = instrument.shown(answers);
        List<AnswerPlace> asked = questions.stream().map(linkId -> new AnswerPlace(linkId, 0)).filter(shown::contain)
                .toList();
        List<BigDecimal> values = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (AnswerPlace place : asked) {
            value(instrument, place, answers.at(place)).ifPresent(value -> {
                values.add(value);
                sources.add(place.linkId());
            });
        }
        BigDecimal value = values.isEmpty() || values.size() < (least == null ? asked.size() : least)
                ? null
                : value(values);
        String band = value == null
                ? null
                : bands.stream().filter(each -> each.holds(value)).map(Band::code).findFirst().orElse(null);
        return new Score(name, value, values.size(), asked.size(), band, sources);
    }

    private static Optional<BigDecimal> value(Instrument instrument, AnswerPlace place, Set<Object> given) {
        Question question = instrument.question(place.linkId()).orElseThrow();
        return given.stream().findFirst().map(question::ordinal);
    }

    private BigDecimal value(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (method) {
            case SUM -> sum;
            case MEAN -> sum.divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_UP);
        };
    }
}
