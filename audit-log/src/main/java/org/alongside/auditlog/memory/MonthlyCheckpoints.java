package org.alongside.auditlog.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first checkpoint of each month that somebody saw, kept for good as {@code checkpoint-<day>} in a folder, the day being that on which
 * it was kept (ISO 8601, UTC). Years later it shows which entries are so old that the log may have removed them.
 */
public final class MonthlyCheckpoints {

    private static final Pattern NAME = Pattern.compile("checkpoint-(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})");

    private final Path folder;

    public MonthlyCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** Keeps it unless there is one of this month. On disk when this returns, never a part of it. */
    public void keep(byte[] note, LocalDate today) throws IOException {
        if (all().keySet().stream().noneMatch(day -> YearMonth.from(day).equals(YearMonth.from(today)))) {
            Path written = folder.resolve("checkpoint-" + today + ".new");
            try (FileChannel out = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(note));
                out.force(true);
            }
            Files.move(written, folder.resolve("checkpoint-" + today), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Files by the day on which they were kept. */
    public TreeMap<LocalDate, Path> all() throws IOException {
        TreeMap<LocalDate, Path> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    all.put(LocalDate.parse(name.group("day")), file);
                }
            });
        }
        return all;
    }
}
