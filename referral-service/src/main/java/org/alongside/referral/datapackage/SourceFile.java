package org.alongside.referral.datapackage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A file of an import. It is opened twice: to find out its encoding, and to read it. */
interface SourceFile {

    /** With its folders, as the archive has it. */
    String path();

    InputStream open() throws IOException;

    /** Without folders and ending, in small letters. */
    default String name() {
        String file = path().substring(path().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    }

    default boolean is(String ending) {
        return path().toLowerCase(Locale.ROOT).endsWith("." + ending);
    }
}
