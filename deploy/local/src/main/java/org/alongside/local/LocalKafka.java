package org.alongside.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.alongside.local.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Kafka as one node that is broker and controller (KRaft), on 127.0.0.1. Topics exist only when they are created. */
public final class LocalKafka extends Part {

    private static final List<String> OPTIONS = List.of("-Xmx384m", "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.logFile=System.out", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");

    private final Checkout checkout;
    private final int controllerPort;

    /**
     * @param controllerPort
     *            a second port, on which Kafka's controller listens for its own broker
     */
    public LocalKafka(Checkout checkout, Home home, int port, int controllerPort) {
        super("kafka", port, home);
        this.checkout = checkout;
        this.controllerPort = controllerPort;
    }

    /** For {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port();
    }

    /** The Quarkus settings with which a service reaches this broker. */
    public Map<String, String> settings() {
        return Map.of("kafka.bootstrap.servers", bootstrapServers());
    }

    /** Creates those of the topics that are not there yet; what is there stays as it is. */
    public void createTopics(Collection<Topic> topics) {
        try (Admin admin = admin(15)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> absent = topics.stream().filter(topic -> !present.contains(topic.name()))
                    .map(LocalKafka::newTopic).toList();
            admin.createTopics(absent).all().get();
        } catch (ExecutionException e) {
            throw new StackException("Cannot create topics in Kafka on port " + port() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while creating topics", e);
        }
    }

    @Override
    public boolean ready() {
        if (!Ports.answers(port())) {
            return false;
        }
        try (Admin admin = admin(2)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for Kafka", e);
        }
    }

    @Override
    Map<String, Integer> ports() {
        return Map.of(Settings.variable(name()), port(), Settings.variable("kafka-controller"), controllerPort);
    }

    @Override
    void prepare() {
        try {
            Files.createDirectories(data());
            Files.writeString(configurationFile(), configuration());
            if (!Files.exists(data().resolve("log/meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new StackException("Cannot write " + data() + ": " + e.getMessage(), e);
        }
    }

    @Override
    List<String> command() {
        return Java.main(checkout.kafkaJars().resolve("*"), OPTIONS, "kafka.Kafka", configurationFile().toString());
    }

    private void format() {
        List<String> command = Java.main(checkout.kafkaJars().resolve("*"),
                List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"),
                "kafka.tools.StorageTool", "format", "--standalone", "-t", clusterId(), "-c",
                configurationFile().toString());
        PartProcess.run(command.toArray(String[]::new));
    }

    private Path configurationFile() {
        return data().resolve("server.properties");
    }

    /**
     * The session is short, because a broker that was killed may register again only when its old session has expired.
     */
    private String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=%1$s:%3$d
                listeners=BROKER://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=BROKER://%1$s:%2$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%4$s
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=4194304
                log.cleaner.threads=1
                """.formatted(Ports.HOST, port(), controllerPort, data().resolve("log"));
    }

    private Admin admin(int seconds) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, seconds * 1000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, seconds * 1000));
    }

    private static NewTopic newTopic(Topic topic) {
        String retention = Long.toString(topic.retention().toMillis());
        return new NewTopic(topic.name(), topic.partitions(), (short) 1)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, retention));
    }

    /** Kafka wants 16 bytes in base64url; they need not be secret or unique on one machine. */
    private static String clusterId() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString("alongside-local0".getBytes(StandardCharsets.UTF_8));
    }
}
