package org.alongside.planning.report.api;

import java.util.List;

import org.alongside.kit.figures.Count;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of people whose case was opened in a period. A person counts once in each figure, and in several where several things were
 * true: of two cases, goals or hesitations.
 *
 * @param key             month, {@code 2026-11}; absent for one row with all
 * @param statuses        of cases now
 * @param phases          of cases that are not closed
 * @param endings         reasons for which cases ended
 * @param goals           results of goals, and that one was dropped
 * @param attainment      {@code as-expected}: every goal that was measured stood at 0 or above when it was measured last; {@code below}
 * @param hesitations     causes
 * @param medianDaysToEnd whole days from opening to the first ending; absent for fewer than five people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeRow(String key, Count people, List<FigureCount> statuses, List<FigureCount> phases,
        List<FigureCount> endings, List<FigureCount> goals, List<FigureCount> attainment,
        List<FigureCount> hesitations, Integer medianDaysToEnd) {}
