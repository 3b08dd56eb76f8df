package org.alongside.kit.clientdata;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.alongside.kit.agency.AgencyDirectory;
import org.alongside.kit.print.PrintedPages;
import org.alongside.kit.print.Words;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A client's data on a page to read and print: a section for each member, a table for each record, a row for each of its values. It says what
 * the JSON says, in the same order; what has no value is left out. Names of members are put into words, {@code field.<name>}, and so are
 * times, the ids of known agencies, parts, kinds of need, purposes, yes and no; other codes stay as they are.
 */
final class ClientDataPage {

    /** Members whose codes have words on all printed pages, by the kind of these. */
    private static final Map<String, String> KINDS = Map.of("parts", "part", "sharedParts", "part", "categories",
            "category", "category",
            "category", "purposes", "purpose");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Words words;
    private final AgencyDirectory agencies;

    ClientDataPage(Words words, AgencyDirectory agencies) {
        this.words = words;
        this.agencies = agencies;
    }

    String of(String format, JsonNode data) {
        StringWriter main = new StringWriter();
        try {
            XMLStreamWriter html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(main);
            html.writeStartElement("main");
            element(html, "h1", words.text(format));
            element(html, "p", words.text("about"));
            sections(html, data);
            html.writeEndElement();
            html.flush();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException("A page of a client's data cannot be written", failure);
        }
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="UTF-8">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(words.tag(), words.text(format), PrintedPages.style(), main);
    }

    /** Single values first, in a table of their own. */
    private void sections(XMLStreamWriter html, JsonNode data) throws XMLStreamException {
        table(html, data, true);
        for (var member : data.properties()) {
            if (member.getValue().isContainerNode() && !member.getValue().isEmpty()) {
                element(html, "h2", label(member.getKey()));
                section(html, member.getKey(), member.getValue());
            }
        }
    }

    private void section(XMLStreamWriter html, String name, JsonNode value) throws XMLStreamException {
        int number = 0;
        for (JsonNode record : value.isArray() ? value : List.of(value)) {
            number++;
            if (value.isArray()) {
                element(html, "h3", label(name) + " " + number);
            }
            table(html, record, false);
        }
    }

    private void table(XMLStreamWriter html, JsonNode record, boolean valuesOnly) throws XMLStreamException {
        html.writeStartElement("table");
        html.writeStartElement("tbody");
        rows(html, "", "", record, valuesOnly);
        html.writeEndElement();
        html.writeEndElement();
    }

    private void rows(XMLStreamWriter html, String path, String member, JsonNode node, boolean valuesOnly)
            throws XMLStreamException {
        if (node.isValueNode() && !node.isNull()) {
            row(html, path, words.of(KINDS.getOrDefault(member, ""), value(node)));
        } else if (node.isObject()) {
            for (var each : node.properties()) {
                if (!valuesOnly || each.getValue().isValueNode()) {
                    rows(html, joined(path, label(each.getKey())), each.getKey(), each.getValue(), valuesOnly);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                rows(html, node.get(i).isContainerNode() ? path + " " + (i + 1) : path, member, node.get(i),
                        valuesOnly);
            }
        }
    }

    private static void row(XMLStreamWriter html, String label, String value) throws XMLStreamException {
        html.writeStartElement("tr");
        html.writeStartElement("th");
        html.writeAttribute("scope", "row");
        html.writeCharacters(label);
        html.writeEndElement();
        element(html, "td", value);
        html.writeEndElement();
    }

    private static void element(XMLStreamWriter html, String name, String text) throws XMLStreamException {
        html.writeStartElement(name);
        html.writeCharacters(text);
        html.writeEndElement();
    }

    private static String joined(String path, String label) {
        return path.isEmpty() ? label : path + " › " + label;
    }

    /** A member named by an id, an agency's for example, is called as that is. */
    private String label(String member) {
        return ID.matcher(member).matches() ? agencies.nameOf(UUID.fromString(member)) : words.of("field", member);
    }

    private String value(JsonNode value) {
        if (value.isBoolean()) {
            return words.text(value.asBoolean() ? "yes" : "no");
        }
        String text = value.asText();
        if (ID.matcher(text).matches()) {
            return agencies.nameOf(UUID.fromString(text));
        }
        return TIME.matcher(text).matches() ? time(text) : text;
    }

    private String time(String text) {
        try {
            return words.time(Instant.parse(text));
        } catch (DateTimeParseException noTime) {
            return text;
        }
    }
}
