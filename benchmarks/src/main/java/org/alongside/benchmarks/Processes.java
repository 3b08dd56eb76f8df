package org.alongside.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

import org.alongside.local.LocalStack;
import org.alongside.local.Part;

/** Processor time and resident memory of the stack's parts with their children, read from {@code /proc}. */
final class Processes {

    /** USER_HZ: the unit of the times in {@code /proc/<pid>/stat} on Linux. */
    private static final double TICKS_PER_SECOND = 100;

    private final LocalStack stack;
    private final Map<String, Double> begin = new LinkedHashMap<>();

    Processes(LocalStack stack) {
        this.stack = stack;
        stack.parts().forEach(part -> begin.put(part.name(), processorSeconds(part)));
    }

    /** A table row for each part: processor seconds since this object was made, and MiB resident now. */
    String table() {
        StringBuilder rows = new StringBuilder("| part | CPU s | resident MiB |\n|---|---|---|\n");
        for (Part part : stack.parts()) {
            rows.append("| %s | %.1f | %d |%n".formatted(part.name(), processorSeconds(part) - begin.get(part.name()),
                    residentKib(part) / 1024));
        }
        return rows.toString();
    }

    private static double processorSeconds(Part part) {
        return pids(part).mapToDouble(pid -> {
            String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields.length < 13
                    ? 0
                    : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        }).sum();
    }

    /** PostgreSQL's processes share memory: Pss counts each shared page once. */
    private static long residentKib(Part part) {
        return pids(part).map(pid -> read(Path.of("/proc", Long.toString(pid), "smaps_rollup")).lines()
                .filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum())
                .sum();
    }

    private static LongStream pids(Part part) {
        ProcessHandle handle = part.handle();
        return LongStream.concat(LongStream.of(handle.pid()),
                handle.descendants().mapToLong(ProcessHandle::pid));
    }

    /** Empty for a process that has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : ") ";
        } catch (IOException failure) {
            if (Files.exists(file)) {
                throw new UncheckedIOException(failure);
            }
            return ") ";
        }
    }
}
