package org.alongside.audit.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.alongside.audit.Source;
import org.alongside.kit.event.EventHeaders;
import org.alongside.kit.inbox.Received;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** Events as they come from Kafka, for tests that call the appender themselves. */
final class Arrivals {

    private Arrivals() {}

    static List<Arrival> of(ArrivalReader reader, Source source, long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(sequence -> source.event(sequence, source.payload(Map.of())))
                .map(EventHeaders::write).map(Arrivals::received).map(reader::read).toList();
    }

    private static Received received(ProducerRecord<String, byte[]> sent) {
        return Received.of(new ConsumerRecord<>(sent.topic(), 0, 0, 0L, TimestampType.CREATE_TIME, 0, 0, sent.key(),
                sent.value(), sent.headers(), Optional.empty()));
    }
}
