package org.alongside.referral.povertyline;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.povertyline.api.PovertyLineContent;
import org.alongside.referral.povertyline.api.PovertyLineView;
import org.alongside.referral.povertyline.api.PovertyLines;

/** Income limits by size of household, as data. */
@ApplicationScoped
@Transactional
public class PovertyLineService {

    private final PovertyLineRepository lines;
    private final Clock clock;

    PovertyLineService(PovertyLineRepository lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    PovertyLines all() {
        return new PovertyLines(lines.all().stream().map(PovertyLineService::view).toList());
    }

    /**
     * Sending the same line again changes nothing.
     *
     * @throws Problem {@code conflicting-state} when another line of this name and day is there
     */
    public PovertyLineView put(String name, LocalDate validFrom, PovertyLineContent content) {
        PovertyLine.Key key = new PovertyLine.Key(name, validFrom);
        PovertyLine line = lines.findByIdOptional(key).orElseGet(() -> {
            PovertyLine added = new PovertyLine(key, content);
            lines.persist(added);
            return added;
        });
        if (!same(line.content(), content)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "A poverty line is never changed once it is there: give the new one its own day.");
        }
        return view(line);
    }

    /** The lines of today. */
    public InForce inForce() {
        Map<String, PovertyLineContent> newest = new HashMap<>();
        lines.begun(LocalDate.now(clock)).forEach(line -> newest.put(line.name(), line.content()));
        return new InForce(newest);
    }

    private static boolean same(PovertyLineContent one, PovertyLineContent other) {
        return one.currency().equals(other.currency()) && one.source().equals(other.source())
                && one.eachFurther().compareTo(other.eachFurther()) == 0 && same(one.amounts(), other.amounts());
    }

    private static boolean same(List<BigDecimal> one, List<BigDecimal> other) {
        return one.stream().map(BigDecimal::stripTrailingZeros).toList()
                .equals(other.stream().map(BigDecimal::stripTrailingZeros).toList());
    }

    private static PovertyLineView view(PovertyLine line) {
        return new PovertyLineView(line.name(), line.validFrom(), line.content());
    }
}
