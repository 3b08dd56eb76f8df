package org.alongside.referral.report;

import java.util.Set;
import java.util.TreeSet;

/**
 * What became of a referral, as far as figures tell it.
 *
 * @param answered       the recipient accepted, declined or put it on the waiting list
 * @param accepted       at any time
 * @param status         at the time of the report
 * @param reason         null when there is none, as what each side said came of it
 */
record Outcome(boolean answered, boolean accepted, String status, String reason, String providerResult,
        String clientResult) {

    private static final Set<String> SERVED = Set.of("service-given", "partly");

    /** Names of all figures that count such a referral. Each stage of the funnel is within the one before. */
    Set<String> figures() {
        Set<String> figures = new TreeSet<>(Set.of(Figures.SENT, Figures.status(status)));
        if (reason != null) {
            figures.add(Figures.reason(status, reason));
        }
        if (answered) {
            figures.add(Figures.ANSWERED);
        }
        if (accepted) {
            figures.addAll(afterAcceptance());
        }
        return figures;
    }

    private Set<String> afterAcceptance() {
        Set<String> figures = new TreeSet<>(Set.of(Figures.ACCEPTED, Figures.closing(providerResult, clientResult)));
        if (providerResult != null && SERVED.contains(providerResult)) {
            figures.add(Figures.SERVED);
            if ("met".equals(clientResult)) {
                figures.add(Figures.NEED_MET);
            }
        }
        return figures;
    }
}
