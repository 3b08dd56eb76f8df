package org.alongside.kit.access;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.bootstrap.BootstrapException;
import io.quarkus.bootstrap.app.CuratedApplication;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.bootstrap.app.StartupAction;
import io.quarkus.paths.PathList;

/** The application of these tests with {@link ForgottenPolicyResource} in it, built and started as Quarkus does it. */
class StartWithoutPolicyTest {

    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void backToTheTests() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void anOperationThatDoesNotSayWhoMayRunItStopsTheStartAndIsNamed() throws Exception {
        try (CuratedApplication application = withTheOperation()) {
            StartupAction start = application.createAugmentor().createInitialRuntimeApplication();
            Throwable refusal = assertThrows(Throwable.class, start::run);
            String messages = messages(refusal);
            assertTrue(messages.contains("Operation " + ForgottenPolicyResource.class.getName() + ".read must carry"),
                    messages);
        }
    }

    private static CuratedApplication withTheOperation() throws BootstrapException {
        Properties build = new Properties();
        build.setProperty(ForgottenPolicyResource.WANTED, "true");
        return QuarkusBootstrap.builder().setApplicationRoot(PathList.of(TEST_CLASSES, CLASSES))
                .setProjectRoot(Path.of("").toAbsolutePath()).setTargetDirectory(CLASSES.getParent())
                .setMode(QuarkusBootstrap.Mode.TEST).setTest(true).setIsolateDeployment(true)
                .setBuildSystemProperties(build).build().bootstrap();
    }

    private static String messages(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).map(Throwable::getMessage)
                .collect(Collectors.joining("\n"));
    }
}
