package org.alongside.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.alongside.kit.inbox.Delivery;
import org.alongside.kit.inbox.InboxConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Takes access events from Kafka. Not by the kit's inbox: that keeps a row for each event received and looks at aggregates, and
 * the log knows doubles and gaps from the sequences of the sources alone.
 */
@ApplicationScoped
public class AccessLogConsumer {

    private final Delivery delivery;

    AccessLogConsumer(AccessLog log, InboxConfig config) {
        this.delivery = new Delivery("access log", log, config);
    }

    /** Returns when every record is committed as an entry, known as a double, or set aside; its offset is committed then. */
    @Incoming("access-log")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
    public void receive(ConsumerRecords<String, byte[]> records) {
        delivery.deliver(records);
    }

    void stop(@Observes ShutdownEvent stopped) {
        delivery.stop();
    }
}
