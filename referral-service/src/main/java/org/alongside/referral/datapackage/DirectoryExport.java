package org.alongside.referral.datapackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

/** The directory as a data package, written to a file first: whoever takes it slowly keeps nothing in the database waiting. */
@ApplicationScoped
class DirectoryExport {

    private final ExportWork work;
    private final ImportConfig config;
    private final TransactionManager transactions;

    DirectoryExport(ExportWork work, ImportConfig config, TransactionManager transactions) {
        this.work = work;
        this.config = config;
        this.transactions = transactions;
    }

    /**
     * @param source only what this source told; null for everything
     * @param all    with the addresses of confidential places
     * @return a file that the caller deletes
     */
    Path write(String source, boolean all) {
        try {
            Path file = Files.createTempFile("directory-export", ".zip");
            transactions.setTransactionTimeout((int) config.maxTime().toSeconds());
            write(file, source, all);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SystemException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            usualTimeout();
        }
    }

    private void write(Path file, String source, boolean all) throws IOException {
        try {
            work.write(file, source, all);
        } catch (RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
    }

    private void usualTimeout() {
        try {
            transactions.setTransactionTimeout(0);
        } catch (SystemException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
