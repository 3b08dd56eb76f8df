package org.alongside.kit.outbox;

/** Kafka did not acknowledge an event in time. */
class PublishingFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private PublishingFailed(Exception cause) {
        super(cause);
    }

    /** @param failure null when there was none */
    static void when(Exception failure) throws PublishingFailed {
        if (failure != null) {
            throw new PublishingFailed(failure);
        }
    }
}
