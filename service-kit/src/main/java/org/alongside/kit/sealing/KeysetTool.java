package org.alongside.kit.sealing;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Changes the keys that wrap the keys of clients, in the keyset file of a service. In three steps, each followed by a restart of all
 * instances, so that at no moment one of them meets what it cannot open: {@code add}, {@code promote}, and when all is wrapped anew
 * {@code remove}.
 */
public final class KeysetTool {

    private static final String USAGE = """
            Usage: KeysetTool <file> list | add | promote <id> | remove <id>
              list     the keys that wrap the keys of clients
              add      a new one, which opens but does not wrap yet
              promote  lets one wrap from the next start on
              remove   destroys one; what is still wrapped under it never opens again""";

    private KeysetTool() {}

    public static void main(String[] arguments) {
        try {
            run(arguments, System.out);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /** @throws IllegalArgumentException when there is no such command or key; the message says what there is */
    static void run(String[] arguments, PrintStream out) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        Keysets keysets = Keysets.read(Path.of(arguments[0]));
        switch (arguments[1]) {
            case "list" -> keysets.describe().forEach(out::println);
            case "add" -> out.println("Added key " + keysets.add() + ". Restart all instances, then promote it.");
            case "promote" -> {
                keysets.promote(id(arguments));
                out.println("Key " + arguments[2] + " wraps from the next start on. Restart all instances.");
            }
            case "remove" -> {
                keysets.remove(id(arguments));
                out.println("Key " + arguments[2] + " is destroyed in this file. Restart all instances, and destroy"
                        + " every copy of the older file.");
            }
            default -> throw new IllegalArgumentException(USAGE);
        }
    }

    private static int id(String[] arguments) {
        if (arguments.length != 3 || !arguments[2].matches("\\d{1,10}")) {
            throw new IllegalArgumentException(USAGE);
        }
        return (int) Long.parseLong(arguments[2]);
    }
}
