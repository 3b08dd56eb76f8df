package org.alongside.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.alongside.kit.state.State;

/** The transition tables of a service in {@code docs/states}, written from its enums. */
public final class StateTables {

    private static final String REFRESH = "mvn verify -Dalongside.docs=write";

    private StateTables() {}

    /** Fails when the page is not what the enums say; writes it when told to. */
    public static void check(String service, List<Class<? extends State<?>>> states) throws IOException {
        Path page = Path.of(System.getProperty("alongside.root"), "docs/states", service + ".md");
        String wanted = page(service, states);
        if ("write".equals(System.getProperty("alongside.docs"))) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, wanted);
        }
        String found = Files.exists(page) ? Files.readString(page) : "";
        assertEquals(wanted, found, page.getFileName() + " is stale. Refresh it with: " + REFRESH);
    }

    private static String page(String service, List<Class<? extends State<?>>> states) {
        return "# States of " + service + "-service\n\nWritten from the enums; refresh with `" + REFRESH + "`.\n"
                + states.stream().map(StateTables::table).collect(Collectors.joining());
    }

    private static String table(Class<? extends State<?>> state) {
        return "\n## " + state.getSimpleName() + "\n\n| status | may become |\n|---|---|\n"
                + Arrays.stream(state.getEnumConstants()).map(StateTables::row).collect(Collectors.joining());
    }

    private static String row(State<?> status) {
        String next = status.next().stream().map(State::code).collect(Collectors.joining(", "));
        return "| " + status.code() + " | " + (next.isEmpty() ? "–" : next) + " |\n";
    }
}
