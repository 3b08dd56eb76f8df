package org.alongside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tells a process from a later one that got the same id: its start. On Linux in clock ticks since the boot, with
 * the boot's id, because the start as a time of day moves when the clock is set.
 */
final class ProcessStamp {

    private static final int START_TICKS = 19;

    private ProcessStamp() {}

    /** The stamp of a live process, or an empty text when there is none of that id. */
    static String of(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.exists(stat) ? linux(stat) : other(pid);
        } catch (IOException e) {
            return "";
        }
    }

    private static String linux(Path stat) throws IOException {
        String line = Files.readString(stat);
        String[] afterName = line.substring(line.lastIndexOf(')') + 2).split(" ");
        boolean ended = afterName[0].equals("Z") || afterName[0].equals("X");
        String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        return ended ? "" : afterName[START_TICKS] + "@" + boot;
    }

    private static String other(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(handle -> handle.info().startInstant())
                .map(Object::toString).orElse("");
    }
}
