package org.alongside.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {

    @TempDir
    Path directory;
    private Home home;
    private PartProcess process;

    @BeforeEach
    void name() {
        home = new Home(directory);
        process = new PartProcess("sleeper", home);
    }

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void anotherRunOfTheLauncherFindsAndStopsIt() {
        process.start(List.of("sleep", "60"), Map.of());
        PartProcess seenByAnother = new PartProcess("sleeper", home);
        assertTrue(seenByAnother.running());
        assertEquals(process.pid(), seenByAnother.pid());
        seenByAnother.stop("TERM");
        assertFalse(process.running());
    }

    @Test
    void aStrangerWithTheSameIdIsNotTakenForIt() throws Exception {
        long stranger = ProcessHandle.current().pid();
        Files.writeString(home.pid("sleeper"), stranger + " 1@an-earlier-boot");
        assertFalse(process.running());
        process.kill();
        assertFalse(ProcessStamp.of(stranger).isEmpty());
    }

    @Test
    void killingEndsItsChildrenToo() {
        process.start(List.of("sh", "-c", "sleep 60 & wait"), Map.of());
        ProcessHandle shell = ProcessHandle.of(process.pid().orElseThrow()).orElseThrow();
        process.awaitReady(() -> shell.children().findAny().isPresent(), Duration.ofSeconds(10));
        ProcessHandle child = shell.children().findAny().orElseThrow();
        process.kill();
        assertFalse(child.isAlive());
    }

    @Test
    void aPausedOneIsStoppedAllTheSame() {
        process.start(List.of("sleep", "60"), Map.of());
        process.signalTree("STOP");
        process.stop("TERM");
        assertFalse(process.running());
    }

    @Test
    void oneThatDiesIsReportedWithWhatThisStartPrinted() throws Exception {
        Files.writeString(home.log("sleeper"), "of an earlier start\n");
        process.start(List.of("sh", "-c", "echo the reason; exit 3"), Map.of());
        String message = assertThrows(StackException.class,
                () -> process.awaitReady(() -> false, Duration.ofSeconds(10))).getMessage();
        assertTrue(message.contains("sleeper died while starting"), message);
        assertTrue(message.contains("the reason"), message);
        assertFalse(message.contains("earlier"), message);
        assertTrue(message.contains(home.log("sleeper").toString()), message);
    }

    @Test
    void aFullDiskIsNamedAsTheReason() {
        process.start(List.of("sh", "-c", "echo write failed: No space left on device; exit 1"), Map.of());
        String message = assertThrows(StackException.class,
                () -> process.awaitReady(() -> false, Duration.ofSeconds(10))).getMessage();
        assertTrue(message.contains("The disk is full: free some space."), message);
    }

    @Test
    void oneThatHangsIsEnded() {
        process.start(List.of("sleep", "60"), Map.of());
        assertThrows(StackException.class, () -> process.awaitReady(() -> false, Duration.ofMillis(100)));
        assertFalse(process.running());
    }

    @Test
    void aStartThatWasGivenUpMakesNoProcess() {
        process.forbid(true);
        assertThrows(StackException.class, () -> process.start(List.of("sleep", "60"), Map.of()));
        assertFalse(process.running());
    }
}
