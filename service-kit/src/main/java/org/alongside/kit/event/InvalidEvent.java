package org.alongside.kit.event;

/** What was read or is to be written is not an event as the suite defines it. The message holds no value of the event. */
public class InvalidEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidEvent(String message) {
        super(message);
    }
}
