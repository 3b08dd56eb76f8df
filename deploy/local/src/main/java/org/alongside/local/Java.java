package org.alongside.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that run a program on the same JDK as this one. */
final class Java {

    private Java() {}

    /** Runs a main class of a jar, or of all jars of a folder given as {@code folder/*}. */
    static List<String> main(Path jars, List<String> options, String mainClass, String... arguments) {
        List<String> line = start(options);
        line.add("-cp");
        line.add(jars.toString());
        line.add(mainClass);
        line.addAll(List.of(arguments));
        return line;
    }

    /** Runs a jar. */
    static List<String> jar(Path jar, List<String> options) {
        List<String> line = start(options);
        line.add("-jar");
        line.add(jar.toString());
        return line;
    }

    private static List<String> start(List<String> options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        return line;
    }
}
