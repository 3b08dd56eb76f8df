package org.alongside.referral.datapackage;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file row by row (RFC 4180, any end of line). */
final class CsvFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    /** A file of HSDS has at most 25. */
    private static final int MOST_COLUMNS = 500;

    private final SourceFile file;
    private final Sheet sheet;
    private final ImportConfig limits;
    private final Consumer<Issue> issues;
    private final Coverage coverage;

    CsvFile(SourceFile file, Sheet sheet, ImportConfig limits, Consumer<Issue> issues, Coverage coverage) {
        this.file = file;
        this.sheet = sheet;
        this.limits = limits;
        this.issues = issues;
        this.coverage = coverage;
    }

    /** @throws RefusedImport when it is no CSV file, or a row is beyond the limit */
    void read(Encoding encoding, Consumer<SourceRow> rows) throws IOException {
        try (Bounded text = new Bounded(encoding.open(file));
                CSVParser parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> columns = records.hasNext() ? columns(records.next()) : List.of();
            long line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                row(records.next(), columns, line, rows);
                text.nextRow();
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new RefusedImport(
                    file.path() + " is no CSV file: a quotation mark is not closed or stands within a value."
                            + " Save it anew as CSV with quotes doubled.");
        }
    }

    private List<String> columns(CSVRecord header) {
        if (header.size() > MOST_COLUMNS) {
            throw new RefusedImport(
                    file.path() + " has more than " + MOST_COLUMNS + " columns: it is no file of HSDS.");
        }
        List<String> told = new ArrayList<>();
        header.forEach(name -> told.add(name.strip().toLowerCase(Locale.ROOT)));
        List<String> columns = told.stream().map(name -> {
            String renamed = sheet.renames().get(name);
            return renamed == null || told.contains(renamed) && !renamed.equals("id") ? name : renamed;
        }).toList();
        for (int i = 0; i < columns.size(); i++) {
            if (!sheet.knows(columns.get(i))) {
                issues.accept(Issue.ofFile(IssueCode.UNKNOWN_COLUMN, file.path(), told.get(i)));
            }
        }
        return columns;
    }

    private void row(CSVRecord told, List<String> columns, long line, Consumer<SourceRow> rows) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(told.size(), columns.size()); i++) {
            String value = told.get(i).strip();
            if (!value.isEmpty()) {
                values.put(columns.get(i), value);
            }
        }
        if (told.size() > columns.size()) {
            issues.accept(new Issue(IssueCode.BROKEN_ROW, file.path(), line, null, null));
            coverage.lost(sheet.entity());
        } else if (!values.isEmpty()) {
            sheet.constants().forEach(values::putIfAbsent);
            rows.accept(new SourceRow(sheet.entity(), file.path(), line, "", values));
        }
    }

    /** Refuses a row that does not end: a quotation mark left open would make one of the rest of the file. */
    private final class Bounded extends FilterReader {

        private long read;

        Bounded(Reader in) {
            super(in);
        }

        void nextRow() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(1);
            return next;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int characters) {
            read += characters;
            if (read > limits.maxRowLength()) {
                throw new RefusedImport(file.path() + " has a row longer than the " + limits.maxRowLength()
                        + " characters that alongside.directory.import.max-row-length allows; perhaps a quotation mark is"
                        + " not closed.");
            }
        }
    }
}
