package org.alongside.auditlog.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command: {@code --name value}, some of them several times. */
final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** @param known names that the command has */
    Arguments(List<String> arguments, Set<String> known) {
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!known.contains(name)) {
                throw new UsageFault("There is no option " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new UsageFault(name + " needs a value");
            }
            values.computeIfAbsent(name, none -> new ArrayList<>()).add(arguments.get(i + 1));
        }
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> one(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw new UsageFault(name + " can be given once only");
        }
        return given.stream().findFirst();
    }

    String required(String name) {
        return one(name).orElseThrow(() -> new UsageFault(name + " is missing"));
    }

    Path path(String name) {
        return Path.of(required(name));
    }

    /** The name of the only one of these options that was given. */
    String onlyOneOf(String... names) {
        List<String> given = List.of(names).stream().filter(values::containsKey).toList();
        if (given.size() != 1) {
            throw new UsageFault("Give exactly one of " + String.join(", ", names));
        }
        return given.get(0);
    }

    /** A whole number from 0. */
    static long number(String name, String value) {
        try {
            return Long.parseUnsignedLong(value);
        } catch (NumberFormatException e) {
            throw new UsageFault(name + " is not a number: " + value);
        }
    }
}
