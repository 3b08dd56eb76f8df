package org.alongside.planning.option;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Etag;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.goal.Goal;
import org.alongside.planning.goal.GoalService;
import org.alongside.planning.option.api.AnswerOption;
import org.alongside.planning.option.api.OfferOptions;
import org.alongside.planning.option.api.OptionView;

/** Offers ways to a goal, and writes down what the client says to each. */
@ApplicationScoped
@Transactional
public class OptionService {

    private static final String LIST = "option.list";

    private final OptionRepository options;
    private final OptionEvents events;
    private final CaseService cases;
    private final GoalService goals;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    OptionService(OptionRepository options, OptionEvents events, CaseService cases, GoalService goals,
            SealedJson sealed, AccessGate gate, AccessContext access, Cursors cursors, Clock clock) {
        this.options = options;
        this.events = events;
        this.cases = cases;
        this.goals = goals;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Offers several at once.
     *
     * @return what {@link #ofOffer} finds them by
     * @throws Problem {@code conflicting-state} when the case is not open, or the goal is finished
     */
    public UUID offer(UUID goalId, OfferOptions offered) {
        Goal goal = goals.requireInOpenCase(goalId);
        goal.requireUnfinished();
        UUID offerId = Ids.next();
        offered.options().forEach(each -> offer(goal, offerId, each.words()));
        return offerId;
    }

    private void offer(Goal goal, UUID offerId, String words) {
        GoalOption option = new GoalOption(Ids.next(), offerId, goal,
                sealed.seal(goal.clientId(), GoalOption.WORDS, words), access.caller().subject(), clock.instant());
        options.persistAndFlush(option);
        events.offered(option);
    }

    public OptionView read(UUID optionId) {
        GoalOption option = options.require(optionId);
        return view(option, gate.disclose(option));
    }

    /** Those that were offered together. */
    public Page<OptionView> ofOffer(UUID offerId) {
        return new Page<>(options.ofOffer(offerId).stream().map(each -> view(each, gate.disclose(each))).toList(),
                null);
    }

    /** Those of a goal, the oldest first. */
    public Page<OptionView> ofGoal(UUID goalId, PageRequest page) {
        goals.require(goalId);
        UUID lastSeen = cursors.lastSeen(LIST, goalId, page);
        return Page.ofVisible(options.ofGoal(goalId, lastSeen, page.rowsToRead()), page,
                option -> gate.find(option).map(disclosure -> view(option, disclosure)),
                option -> cursors.after(LIST, goalId, option.recordId()));
    }

    public OptionView choose(UUID optionId, String ifMatch, AnswerOption said) {
        return answer(optionId, ifMatch, OptionStatus.CHOSEN, said);
    }

    /** What is refused is refused: neither goal nor case, nor any other option, is another one for it. */
    public OptionView refuse(UUID optionId, String ifMatch, AnswerOption said) {
        return answer(optionId, ifMatch, OptionStatus.REFUSED, said);
    }

    /** Holds the case before the option, as whoever ends or pauses the case does. */
    private OptionView answer(UUID optionId, String ifMatch, OptionStatus answer, AnswerOption said) {
        cases.requireOpen(options.requireCase(optionId));
        GoalOption option = options.requireForChange(optionId);
        Disclosure disclosure = gate.disclose(option);
        Etag.require(ifMatch, option.recordVersion());
        byte[] words = said.clientWords() == null
                ? null
                : sealed.seal(option.clientId(), GoalOption.CLIENT_WORDS, said.clientWords());
        option.answer(answer, words, access.caller().subject(), clock.instant());
        options.flush();
        events.answered(option);
        return view(option, disclosure);
    }

    private OptionView view(GoalOption of, Disclosure disclosure) {
        return new OptionView(of.recordId(), of.offerId(), of.goalId(), of.caseId(), of.clientId(), of.status(),
                sealed.open(disclosure, Part.PLAN, GoalOption.WORDS, of.words(), String.class), of.offeredBy(),
                of.offeredAt(),
                sealed.open(disclosure, Part.PLAN, GoalOption.CLIENT_WORDS, of.clientWords(), String.class),
                of.recordedBy(), of.answeredAt(), disclosure.parts(), of.recordVersion());
    }
}
