package org.alongside.planning.step;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a step. What blocked it may go away again. */
public enum StepStatus implements State<StepStatus> {
    TODO, DOING, DONE, BLOCKED, SKIPPED;

    @Override
    public Set<StepStatus> next() {
        return switch (this) {
            case TODO -> EnumSet.of(DOING, BLOCKED, SKIPPED);
            case DOING -> EnumSet.of(DONE, BLOCKED, SKIPPED);
            case BLOCKED -> EnumSet.of(DOING, SKIPPED);
            case DONE, SKIPPED -> EnumSet.noneOf(StepStatus.class);
        };
    }

    /** Whether what waited for the step goes on: it is done, or not to be done. */
    boolean isOver() {
        return this == DONE || this == SKIPPED;
    }

    /** Commands by which people move a step on from here; one that waits is neither started nor completed by them. */
    public List<String> commands(boolean waits) {
        List<String> commands = new ArrayList<>();
        for (StepStatus next : next()) {
            switch (next) {
                case DOING, DONE -> {
                    if (!waits) {
                        commands.add(next == DOING ? "start" : "complete");
                    }
                }
                case BLOCKED -> commands.add("block");
                case SKIPPED -> commands.add("skip");
                case TODO -> throw new IllegalStateException("No step goes back to the beginning");
            }
        }
        return commands;
    }

    /** Where a step stands that follows a referral of this status; unknown statuses are taken for a referral under way. */
    static StepStatus following(String referralStatus) {
        return switch (referralStatus) {
            case "draft" -> TODO;
            case "completed" -> DONE;
            case "declined", "unsuccessful", "cancelled", "expired", "entered-in-error" -> BLOCKED;
            default -> DOING;
        };
    }
}
