package org.alongside.planning.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.agency.AgencyDirectory;
import org.alongside.kit.code.Coded;
import org.alongside.kit.figures.Period;
import org.alongside.kit.figures.Row;
import org.alongside.kit.figures.SmallCells;
import org.alongside.planning.casework.CasePhase;
import org.alongside.planning.casework.CaseStatus;
import org.alongside.planning.closure.ClosureReason;
import org.alongside.planning.goal.GoalStatus;
import org.alongside.planning.hesitation.Cause;
import org.alongside.planning.report.api.FigureCount;
import org.alongside.planning.report.api.ProgrammeReport;
import org.alongside.planning.report.api.ProgrammeRow;

/** Tells what becomes of the people whom an agency helps, of nobody in particular and of no worker. */
@ApplicationScoped
@Transactional
public class ReportService {

    private static final String OPENED = "opened";

    private final ReportRepository reports;
    private final AgencyDirectory agencies;
    private final AccessGate gate;
    private final AccessContext access;

    ReportService(ReportRepository reports, AgencyDirectory agencies, AccessGate gate, AccessContext access) {
        this.reports = reports;
        this.agencies = agencies;
        this.gate = gate;
        this.access = access;
    }

    /** @param groupBy null for one row with all */
    public ProgrammeReport programme(Period period, GroupBy groupBy) {
        UUID agency = access.caller().agency();
        ZoneId zone = agencies.zoneOf(agency);
        Disclosure disclosure = gate.discloseAggregate(null);
        Map<String, List<Tally>> byKey = new LinkedHashMap<>();
        reports.tallies(agency, period, zone, groupBy).forEach(tally -> byKey
                .computeIfAbsent(tally.key(), key -> new ArrayList<>()).add(tally));
        Map<String, Row> rows = new LinkedHashMap<>();
        byKey.forEach((key, tallies) -> rows.put(key, row(tallies)));
        SmallCells.hide(List.copyOf(rows.values()));
        return new ProgrammeReport(period.from().toString(), period.to().toString(), zone.getId(), groupBy,
                rows.entrySet().stream().map(each -> shown(each.getKey(), each.getValue(), byKey.get(each.getKey())))
                        .toList(),
                disclosure.parts());
    }

    private static Row row(List<Tally> tallies) {
        Map<Set<String>, Long> people = new LinkedHashMap<>();
        tallies.forEach(tally -> people.merge(tally.figures(), tally.people(), Long::sum));
        return new Row(OPENED, people);
    }

    private static ProgrammeRow shown(String key, Row row, List<Tally> tallies) {
        return new ProgrammeRow(key, row.count(OPENED), counts(row, "status", codes(CaseStatus.values())),
                counts(row, "phase", codes(CasePhase.values())), counts(row, "ending", codes(ClosureReason.values())),
                counts(row, "goal", codes(Stream.of(GoalStatus.values()).filter(GoalStatus::isFinal)
                        .toArray(GoalStatus[]::new))),
                counts(row, "attainment", List.of("as-expected", "below")),
                counts(row, "hesitation", codes(Cause.values())), median(row, tallies));
    }

    private static List<FigureCount> counts(Row row, String kind, List<String> codes) {
        return codes.stream().map(code -> new FigureCount(code, row.count(kind + "/" + code))).toList();
    }

    private static List<String> codes(Coded[] values) {
        return Arrays.stream(values).map(Coded::code).toList();
    }

    /** Nearest rank. Told where the row is, and of five people or more. */
    private static Integer median(Row row, List<Tally> tallies) {
        List<Integer> days = tallies.stream().flatMap(tally -> tally.days().stream()).sorted().toList();
        return row.isHidden(OPENED) || days.size() < Row.LEAST ? null : days.get((days.size() + 1) / 2 - 1);
    }
}
