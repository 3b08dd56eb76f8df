package org.alongside.audit.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How pages write a time: {@code 2026-11-22 09:30:05}, and its month: {@code 2026-11}; in UTC. */
@TemplateExtension
final class ShownTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ShownTime() {}

    static String month(Instant time) {
        return MONTH.format(time);
    }

    static String shown(Instant time) {
        return FORMAT.format(time);
    }
}
