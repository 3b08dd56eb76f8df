package org.alongside.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says and leaves behind when something is wrong. */
class LauncherTest {

    @TempDir
    Path directory;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private LocalStack stack;

    @AfterEach
    void stopAll() {
        if (stack != null) {
            stack.parts().forEach(Part::kill);
        }
    }

    @Test
    void aTakenPortIsNamedWithItsPartAndTheVariableThatSetsIt() throws Exception {
        Settings settings = realCheckout();
        try (ServerSocket other = new ServerSocket(settings.port("kafka"), 1, InetAddress.getByName("127.0.0.1"))) {
            String message = failure(settings, "up");
            assertEquals("Port " + other.getLocalPort() + ", which kafka needs, is taken by another program: stop that"
                    + " one, or set another port with ALONGSIDE_KAFKA_PORT.", message);
        }
        assertNothingRuns();
    }

    @Test
    void aPartThatDiesIsShownWithItsLogAndEndsTheOthers() throws Exception {
        Settings settings = realCheckout();
        Path data = settings.home().data("postgresql");
        Files.createDirectory(data);
        Files.writeString(data.resolve("PG_VERSION"), "9\n");
        String message = failure(settings, "up");
        assertTrue(message.startsWith("postgresql died while starting."), message);
        assertTrue(message.contains(settings.home().log("postgresql").toString()), message);
        assertTrue(message.contains("postgresql.conf"), message);
        assertNothingRuns();
    }

    @Test
    void whatTheCheckoutLacksIsSaid() throws Exception {
        Settings settings = emptyCheckout();
        Files.createDirectories(settings.checkout().serviceFolder("audit"));
        String message = failure(settings, "up");
        assertTrue(shown().contains("intake: not in this checkout (no folder intake-service), left out"), shown());
        assertFalse(shown().contains("audit: not"), shown());
        assertTrue(message.contains("run `mvn -pl deploy/local -am generate-resources`"), message);
    }

    @Test
    void anImportThatCannotBeSentSaysWhatItNeeds() {
        Settings settings = emptyCheckout();
        assertTrue(failure(settings, "import").contains("./alongside import PATH"));
        assertEquals("legal-aid-2026", DirectoryImport.sourceOf(Path.of("data", "Legal aid 2026.zip")));
        assertEquals("import", DirectoryImport.sourceOf(Path.of("données", "é.csv")));
    }

    @Test
    void aServiceThatIsNotBuiltNamesTheCommandThatBuildsIt() throws Exception {
        Settings settings = emptyCheckout();
        Files.createDirectories(settings.checkout().serviceFolder("audit"));
        stack = new LocalStack(settings);
        String message = assertThrows(StackException.class, stack.service("audit")::start).getMessage();
        assertTrue(message.contains("run `mvn -DskipTests -pl audit-service -am package`"), message);
    }

    @Test
    void nothingRunningIsAStateAndAnErrorCode() {
        assertEquals(1, launcher(realCheckout()).run(List.of("status")));
        assertTrue(shown().matches("(?s).*keycloak +stopped.*"), shown());
    }

    @Test
    void resetDeletesTheStateAndOnlyWhenToldTo() {
        Settings settings = realCheckout();
        Secrets secrets = new Secrets(settings.home());
        secrets.get("some-login");
        assertEquals(0, launcher(settings).run(List.of("reset", "--yes")));
        assertFalse(Files.exists(settings.home().directory()));
    }

    @Test
    void mistypedCommandsPartsAndPortsAreExplained() {
        assertTrue(failure(realCheckout(), "upp").contains("see ./alongside help"));
        assertTrue(failure(realCheckout(), "logs", "kafk").contains("postgresql, kafka, keycloak"));
        Checkout checkout = new Checkout(directory);
        StackException wrong = assertThrows(StackException.class,
                () -> Settings.ofLauncher(checkout, Map.of("ALONGSIDE_KAFKA_PORT", "kafka")));
        assertEquals("ALONGSIDE_KAFKA_PORT=kafka is not a port: give a number from 1 to 65535.", wrong.getMessage());
    }

    @Test
    void portsAreRememberedWhileTheStackRuns() {
        Checkout checkout = new Checkout(directory);
        Settings.ofLauncher(checkout, Map.of("ALONGSIDE_INTAKE_PORT", "9081")).rememberPorts();
        assertEquals(9081, Settings.ofLauncher(checkout, Map.of()).port("intake"));
        assertEquals(8082, Settings.ofLauncher(checkout, Map.of()).port("planning"));
        assertEquals(9999, Settings.ofLauncher(checkout, Map.of("ALONGSIDE_INTAKE_PORT", "9999")).port("intake"));
        Settings.ofLauncher(checkout, Map.of()).forgetPorts();
        assertEquals(8081, Settings.ofLauncher(checkout, Map.of()).port("intake"));
    }

    private Settings realCheckout() {
        return Settings.forTests(Checkout.fromSystemProperty(), directory.resolve("home"));
    }

    private Settings emptyCheckout() {
        return Settings.forTests(new Checkout(directory.resolve("checkout")), directory.resolve("home"));
    }

    private String failure(Settings settings, String... arguments) {
        Alongside launcher = launcher(settings);
        return assertThrows(StackException.class, () -> launcher.run(List.of(arguments))).getMessage();
    }

    private Alongside launcher(Settings settings) {
        stack = new LocalStack(settings);
        return new Alongside(stack, new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private void assertNothingRuns() {
        stack.parts().forEach(part -> assertFalse(part.running(), part.name()));
    }
}
