package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.alongside.auditlog.verify.Report;
import org.alongside.local.Checkout;
import org.alongside.local.LocalStack;
import org.alongside.local.LogAuditor;
import org.alongside.local.Ports;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** The access log of the whole suite, verified from outside as an auditor does. */
class LogIT {

    private static final String INTAKE_WORKER = "intake-worker.family-services";
    private static final int KILLS = 4;
    private static final int SECONDS_TO_CATCH_UP = 90;

    private final LocalStack stack = SystemStack.running();
    private final Suite suite = SystemStack.suite();
    private final LogAuditor auditor = new LogAuditor(stack);

    @Test
    void twoInstancesKilledAtRandomLeaveOneLogWithEveryAccess() throws Exception {
        Random random = new Random(11);
        Process second = startSecond();
        try {
            for (int i = 0; i < KILLS; i++) {
                access(5 + random.nextInt(10));
                if (random.nextBoolean()) {
                    stack.service("audit").kill();
                    access(5);
                    stack.service("audit").start();
                } else {
                    second.destroyForcibly().waitFor();
                    access(5);
                    second = startSecond();
                }
            }
            access(5);
            assertTrue(second.isAlive(), "the second instance runs");
        } finally {
            second.destroyForcibly().waitFor();
        }
        assertComplete();
        assertSound();
    }

    @Test
    void aTouchedEntryIsNamedFromOutside() throws Exception {
        access(3);
        assertComplete();
        assertSound();
        long index = SystemStack.count("audit",
                "select max(entry_index) from log_entry where operation = 'client.read'");
        touch("replace(convert_from(entry, 'UTF8'), '\"allowed\"', '\"allawed\"')", index);
        Report touched = auditor.verify();
        touch("replace(convert_from(entry, 'UTF8'), '\"allawed\"', '\"allowed\"')", index);
        assertFalse(touched.isSound());
        assertTrue(touched.findings().get(0).message().contains("ntry " + index), touched.json());
        assertSound();
    }

    @Test
    void aVerificationIsToldToTheLog() throws Exception {
        access(1);
        assertComplete();
        Report report = auditor.verify();
        assertTrue(auditor.tell(report));
        Reply status = suite.send(Call.get("auditor.oversight", "audit", "/v1/log-status"));
        assertEquals("sound", status.text("/verification/verdict"), status.body().toString());
        assertEquals(report.size(), status.body().at("/verification/checkpointSize").asLong());
    }

    /** As whoever rules the database could. */
    private static void touch(String entry, long index) {
        SystemStack.update("audit", "alter table log_entry disable trigger append_only");
        SystemStack.update("audit",
                "update log_entry set entry = convert_to(" + entry + ", 'UTF8') where entry_index = " + index);
        SystemStack.update("audit", "alter table log_entry enable trigger append_only");
    }

    private void access(int times) {
        for (int i = 0; i < times; i++) {
            Reply client = suite.send(Call.post(INTAKE_WORKER, "intake", "/v1/clients",
                    "{\"identity\": {\"familyName\": \"Log\"}}"));
            assertEquals(201, client.status(), client.body().toString());
            assertEquals(200, suite.send(Call.get(INTAKE_WORKER, "intake", "/v1/clients/" + client.text("/clientId")))
                    .status());
        }
    }

    private static void assertComplete() throws InterruptedException {
        for (String service : SystemStack.databases()) {
            BooleanSupplier whole = () -> logged(service) == sent(service);
            assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, whole),
                    () -> service + " sent " + sent(service) + " access events, logged " + logged(service));
        }
        assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, () -> SystemStack.count("audit", """
                select (select size from log_head) - (select max(size) from log_checkpoint)""") == 0), "all is sealed");
    }

    private void assertSound() {
        Report report = auditor.verify();
        assertEquals(List.of(), report.findings(), report.json());
    }

    private static long sent(String service) {
        return SystemStack.count(service, "select count(*) from outbox where topic = 'audit.access.v1'");
    }

    private static long logged(String service) {
        return SystemStack.count("audit", "select count(*) from log_entry where source = ?", "/alongside/" + service);
    }

    /** Another instance on the same database, of the same consumer group. */
    private Process startSecond() throws IOException, InterruptedException {
        Path jar = Checkout.fromSystemProperty().root().resolve("audit-service/target/quarkus-app/quarkus-run.jar");
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(stack.service("audit").log().resolveSibling("audit-second.log").toFile());
        builder.environment().putAll(stack.service("audit").settings());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Process process = builder.start();
        assertTrue(SystemStack.within(SECONDS_TO_CATCH_UP, () -> ready(port)), "the second instance starts");
        return process;
    }

    private static boolean ready(int port) {
        try {
            URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL().openStream().close();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
