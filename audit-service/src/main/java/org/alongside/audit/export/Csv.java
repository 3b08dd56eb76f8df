package org.alongside.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.StreamFormat;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * RFC 4180, every field in quotes, UTF-8. Against formulas as OWASP advises: a field that a spreadsheet could take for one (it begins
 * with {@code = + - @}, their full-width forms, tab, carriage return or line feed) gets an apostrophe before it.
 *
 * <p>
 * Nothing is lost by that: a field that begins with an apostrophe of its own gets another one. So a program takes exactly one leading
 * apostrophe away from each field that has one. Records and asked ids are JSON, parts and roles are parted by a space.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
class Csv implements StreamFormat<AccessEventView> {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
    private static final String NEEDS_APOSTROPHE = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n'";
    private static final List<String> COLUMNS = List.of("entryIndex", "source", "epoch", "sequence", "sealedAt",
            "leafHash", "id", "at", "accessId", "service", "operation", "action", "kind", "actor", "application",
            "agency", "client", "homeAgency", "parts", "records", "purpose", "basis", "basisId", "outcome", "asked",
            "roles");

    private final ObjectMapper json;

    Csv(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        row(COLUMNS.stream(), out);
    }

    @Override
    public void write(List<AccessEventView> page, OutputStream out) throws IOException {
        for (AccessEventView entry : page) {
            row(fields(entry), out);
        }
    }

    private Stream<String> fields(AccessEventView e) throws JsonProcessingException {
        return Arrays.asList(e.entryIndex(), e.source(), e.epoch(), e.sequence(), e.sealedAt(), e.leafHash(), e.id(),
                e.at(), e.accessId(), e.service(), e.operation(), e.action(), e.kind(), e.actor(), e.application(),
                e.agency(), e.client(), e.homeAgency(), String.join(" ", e.seenParts()), json(e.records()),
                e.purpose(), e.basis(), e.basisId(), e.outcome(), json(e.asked()),
                String.join(" ", e.roles())).stream()
                .map(field -> Objects.toString(field, ""));
    }

    private String json(List<?> list) throws JsonProcessingException {
        return list.isEmpty() ? "" : json.writeValueAsString(list);
    }

    private String json(Map<?, ?> map) throws JsonProcessingException {
        return map.isEmpty() ? "" : json.writeValueAsString(map);
    }

    private static void row(Stream<String> fields, OutputStream out) throws IOException {
        out.write((record(fields) + "\r\n").getBytes(UTF_8));
    }

    static String record(Stream<String> fields) {
        return FORMAT.format(fields.map(Csv::harmless).toArray());
    }

    private static String harmless(String field) {
        boolean asFormula = !field.isEmpty() && NEEDS_APOSTROPHE.indexOf(field.charAt(0)) >= 0;
        return asFormula ? "'" + field : field;
    }
}
