package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.alongside.intake.instrument.api.Finding;

/** What there is to say of one file, up to a number that somebody can still read. */
final class Findings {

    private static final int MOST = 200;
    /** Names in a file can be as long as it likes. */
    private static final int LONGEST_DETAIL = 300;

    private final List<Finding> all = new ArrayList<>();

    void add(FindingCode code, String place, String detail) {
        if (all.size() < MOST) {
            all.add(finding(code, place, detail));
        } else if (all.size() == MOST) {
            all.add(finding(FindingCode.MORE_FINDINGS, "", null));
        }
    }

    static Finding finding(FindingCode code, String place, String detail) {
        return new Finding(code.severity(), code, cut(place), cut(detail), code.meaning(), code.remedy());
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    /** The first for which the file is not taken in. */
    Optional<Finding> firstError() {
        return all.stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst();
    }
}
