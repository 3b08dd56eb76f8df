package org.alongside.local;

import java.util.Arrays;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a Quarkus test the real Kafka of {@link TestStack}, with the topics of the suite and those that the init
 * argument {@code topics} names, separated by commas, of one partition each.
 */
public class KafkaResource implements QuarkusTestResourceLifecycleManager {

    private String topics = "";

    @Override
    public void init(Map<String, String> arguments) {
        topics = arguments.getOrDefault("topics", "");
    }

    @Override
    public Map<String, String> start() {
        LocalKafka kafka = TestStack.kafka();
        kafka.createTopics(Arrays.stream(topics.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .map(Topics::named).toList());
        return kafka.settings();
    }

    /** Kafka ends with the JVM, because the next test class needs it again. */
    @Override
    public void stop() {}
}
