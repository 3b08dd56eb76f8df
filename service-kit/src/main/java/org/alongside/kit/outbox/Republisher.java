package org.alongside.kit.outbox;

/** A bean that can tell the whole present state of one topic anew, for consumers that start later or have lost theirs. */
public interface Republisher {

    /** {@code <service>.<noun>.v1} */
    String topic();

    /**
     * Appends one event per aggregate, as {@linkplain Outbox.Message#snapshot() snapshot}, under the lock or version of that
     * aggregate so that no change is overtaken. Called in a transaction on the system login, as job {@code event-republish}.
     *
     * @param lastSequence of the topic; what was told up to it was committed before the state is read, so the new events make it
     *        unnecessary
     */
    void appendCurrentState(long lastSequence);
}
