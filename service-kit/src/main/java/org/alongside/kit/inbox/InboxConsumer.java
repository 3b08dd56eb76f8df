package org.alongside.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Takes records from Kafka, batch by batch and in order. Offsets are committed only after the database has; a crash in between
 * brings the same records again, which {@link InboxLedger} recognises.
 */
@ApplicationScoped
public class InboxConsumer {

    private final Delivery delivery;

    InboxConsumer(InboxTarget target, InboxConfig config) {
        this.delivery = new Delivery("inbox", target, config);
    }

    /** Returns when every record has had its effect or is a dead letter. While the database is away it waits and keeps order. */
    @Incoming("inbox")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
    public void receive(ConsumerRecords<String, byte[]> records) {
        delivery.deliver(records);
    }

    void stop(@Observes ShutdownEvent stopped) {
        delivery.stop();
    }
}
