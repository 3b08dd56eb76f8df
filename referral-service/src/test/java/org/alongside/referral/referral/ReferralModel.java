package org.alongside.referral.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A referral as the documentation of its API describes it, written down a second time and by other means than the service: what
 * each command does from which status, and who may give it.
 */
final class ReferralModel {

    private static final Set<String> ENDED = Set.of("completed", "declined", "unsuccessful", "cancelled",
            "entered-in-error");
    /** Command to status before to status after. Commands that leave the status as it is stand in {@link #staysIn}. */
    private static final Map<String, Map<String, String>> MOVES = new HashMap<>();

    static {
        move("request", "requested", "draft");
        move("accept", "accepted", "requested", "waitlisted", "scheduled");
        move("decline", "declined", "requested", "waitlisted");
        move("waitlist", "waitlisted", "requested");
        move("schedule", "scheduled", "accepted");
        move("start", "in-progress", "accepted", "scheduled");
        move("hold", "on-hold", "accepted", "in-progress");
        move("resume", "in-progress", "on-hold");
        move("complete", "completed", "accepted", "in-progress", "on-hold");
        move("unsuccessful", "unsuccessful", "waitlisted", "accepted", "scheduled", "in-progress", "on-hold");
        move("cancel", "cancelled", "draft", "requested", "waitlisted", "accepted", "scheduled", "in-progress",
                "on-hold");
        move("enter-in-error", "entered-in-error", "draft", "requested", "waitlisted", "accepted", "scheduled",
                "in-progress", "on-hold");
    }

    static final Set<String> OF_SENDER = Set.of("request", "enter-in-error", "client-view", "end-search");
    static final Set<String> OF_BOTH = Set.of("cancel", "assign", "messages");
    static final Set<String> OF_RECEIVER = Set.of("accept", "decline", "waitlist", "schedule", "reschedule",
            "no-show", "keep-waiting", "start", "hold", "resume", "complete", "unsuccessful");

    private String status = "draft";
    private boolean sent;
    private boolean accepted;
    private boolean searchEnded;

    /** Who gives a command; the agency and the roles decide. */
    enum Who {
        SENDER, RECEIVER,
        /** At the sender's agency, with the roles of either side. */
        SENDER_WITH_ALL_ROLES,
        /** At the receiver's agency, with the roles of either side. */
        RECEIVER_WITH_ALL_ROLES,
        /** At the sender's agency, with a role that reads and commands nothing. */
        SUPERVISOR,
        /** With the roles of either side, at an agency that has nothing to do with it. */
        STRANGER;

        boolean atSender() {
            return this == SENDER || this == SENDER_WITH_ALL_ROLES || this == SUPERVISOR;
        }

        boolean mayBe(boolean sender) {
            return switch (this) {
                case SENDER -> sender;
                case RECEIVER -> !sender;
                case SUPERVISOR -> false;
                default -> true;
            };
        }
    }

    /** What comes of a command: HTTP status, and the code of the problem if it is refused. */
    record Outcome(int status, String problem) {

        static final Outcome CONFLICT = new Outcome(409, "conflicting-state");
        static final Outcome NOT_PERMITTED = new Outcome(403, "not-permitted");
        static final Outcome NOT_FOUND = new Outcome(404, "not-found");
    }

    Outcome give(Who who, String command) {
        boolean forSender = OF_SENDER.contains(command) || OF_BOTH.contains(command);
        boolean forReceiver = OF_RECEIVER.contains(command) || OF_BOTH.contains(command);
        if (!(forSender && who.mayBe(true)) && !(forReceiver && who.mayBe(false))) {
            return Outcome.NOT_PERMITTED;
        }
        if (who == Who.STRANGER || !who.atSender() && !sent) {
            return Outcome.NOT_FOUND;
        }
        if (who.atSender() ? !forSender : !forReceiver) {
            return Outcome.NOT_PERMITTED;
        }
        return possible(command) ? done(command) : Outcome.CONFLICT;
    }

    String status() {
        return status;
    }

    boolean isSent() {
        return sent;
    }

    /** What the view of a side offers, but for {@code next-match}, which is no command. */
    Set<String> offered(boolean sender) {
        Set<String> offered = new TreeSet<>(sender ? OF_SENDER : OF_RECEIVER);
        offered.addAll(OF_BOTH);
        offered.removeIf(command -> !possible(command));
        if (offered.remove("messages")) {
            offered.add("message");
        }
        return offered;
    }

    /** Of what a side may do, that which does not end it: by these a referral comes far. Never empty before the end. */
    List<String> goesOn(boolean sender) {
        return Stream.of(sender ? OF_SENDER : OF_RECEIVER, OF_BOTH).flatMap(Set::stream)
                .filter(command -> possible(command) && !ENDED.contains(after(command))).sorted().toList();
    }

    private String after(String command) {
        return MOVES.getOrDefault(command, Map.of()).getOrDefault(status, status);
    }

    private Outcome done(String command) {
        status = after(command);
        sent |= status.equals("requested");
        accepted |= status.equals("accepted");
        searchEnded |= command.equals("end-search");
        return new Outcome(command.equals("messages") ? 201 : 200, null);
    }

    private boolean possible(String command) {
        return MOVES.containsKey(command) ? MOVES.get(command).containsKey(status) : staysIn(command);
    }

    private boolean staysIn(String command) {
        return switch (command) {
            case "keep-waiting" -> status.equals("waitlisted");
            case "reschedule" -> status.equals("scheduled");
            case "client-view" -> accepted && !status.equals("entered-in-error");
            // what these tests cancel is cancelled as a double, for which nobody else is asked anyway
            case "end-search" -> !searchEnded && (status.equals("declined") || status.equals("unsuccessful"));
            case "assign" -> !ENDED.contains(status);
            case "messages" -> !ENDED.contains(status) && !status.equals("draft");
            // its time never comes in these tests
            default -> false;
        };
    }

    private static void move(String command, String to, String... from) {
        for (String status : from) {
            MOVES.computeIfAbsent(command, each -> new HashMap<>()).put(status, to);
        }
    }
}
