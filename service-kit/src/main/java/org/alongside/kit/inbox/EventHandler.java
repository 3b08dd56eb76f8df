package org.alongside.kit.inbox;

import org.alongside.kit.event.Event;

/** A bean that applies events of one type to this service's own data. */
public interface EventHandler {

    /** {@code org.alongside.<service>.<noun>.<verb>.v1}; one handler a type. */
    String type();

    /**
     * Called once in effect per event and in the order of its key, in a transaction on the system login as job {@code inbox};
     * what it writes is committed together with the note that the event has been received. The payload matches its schema.
     *
     * <p>
     * Called again after a failure, so it does nothing that a rollback does not undo. An exception while the database is away is
     * waited out; any other, three times, sets the event and all later ones of its key aside as dead letters.
     */
    void handle(Event event);
}
