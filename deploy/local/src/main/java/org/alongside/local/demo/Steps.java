package org.alongside.local.demo;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

import org.alongside.local.StackException;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** Takes one step after the other, and tells each. */
final class Steps {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration SELDOM = Duration.ofSeconds(3);

    private final Suite suite;
    private final Narrator narrator;

    Steps(Suite suite, Narrator narrator) {
        this.suite = suite;
        this.narrator = narrator;
    }

    /**
     * @param what     in plain words, what is done
     * @param expected HTTP status
     * @param came     what to tell of the answer
     * @throws StackException when the answer has another status
     */
    Reply take(String what, Call call, int expected, Function<Reply, String> came) {
        Reply reply = suite.send(call);
        if (reply.status() != expected) {
            throw new StackException(
                    call.account() + " " + what + ": " + call.method() + " " + call.path() + " answered "
                            + reply.status() + " " + reply.body());
        }
        narrator.step(what, call, reply, came.apply(reply));
        return reply;
    }

    /** As {@link #await}, looking seldom: for what takes long, so that the log is not full of the looks. */
    Reply awaitSeldom(String what, Call call, Predicate<Reply> wanted, Function<Reply, String> came) {
        Reply reply = suite.await(call, wanted, PATIENCE, SELDOM);
        narrator.step(what, call, reply, came.apply(reply));
        return reply;
    }

    /** As {@link #take}, until the answer is as wanted: services learn from one another by events. */
    Reply await(String what, Call call, Predicate<Reply> wanted, Function<Reply, String> came) {
        Reply reply = suite.await(call, wanted, PATIENCE);
        narrator.step(what, call, reply, came.apply(reply));
        return reply;
    }
}
