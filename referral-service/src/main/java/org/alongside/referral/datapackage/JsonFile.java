package org.alongside.referral.datapackage;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.hsds.HsdsMember;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON file document by document: one document, an array of them, a page of the API ({@code contents}), or an object of
 * lists by entity ({@code services}, {@code "services.csv"}). A document that begins with its {@code id} is one document; of which
 * entity it is says the name of the file, else what it has. What is nested in a document becomes rows of its own.
 */
final class JsonFile {

    private static final Map<String, HsdsEntity> LISTS = lists();
    private static final int DEEPEST = 60;
    /** Each name is reported once, so it is remembered. */
    private static final int MOST_UNKNOWN = 1000;

    private final SourceFile file;
    private final ImportConfig limits;
    private final Consumer<Issue> issues;
    private final Coverage coverage;
    private final Set<String> unknown = new HashSet<>();
    private final Set<HsdsEntity> lost = EnumSet.noneOf(HsdsEntity.class);

    private Consumer<SourceRow> rows;
    private int size;
    private long characters;
    private boolean complete;

    JsonFile(SourceFile file, ImportConfig limits, Consumer<Issue> issues, Coverage coverage) {
        this.file = file;
        this.limits = limits;
        this.issues = issues;
        this.coverage = coverage;
    }

    /**
     * Lists tell all that their source has; one document and a page of the API say nothing of others.
     *
     * @throws RefusedImport when it is no JSON, or beyond a limit
     */
    void read(Encoding encoding, Consumer<SourceRow> into) throws IOException {
        rows = into;
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxStringLength(limits.maxRowLength()).maxNestingDepth(DEEPEST).maxNumberLength(100).build()).build();
        try (Reader text = encoding.open(file); JsonParser parser = factory.createParser(text)) {
            JsonToken start = parser.nextToken();
            if (start == JsonToken.START_ARRAY) {
                documents(parser, null, true);
            } else if (start == JsonToken.START_OBJECT) {
                object(parser);
            } else {
                throw new RefusedImport(file.path() + " holds neither an object nor an array.");
            }
        } catch (StreamConstraintsException beyond) {
            throw new RefusedImport(file.path() + " is no JSON of a directory: a text of it is longer than the "
                    + limits.maxRowLength()
                    + " characters that alongside.directory.import.max-row-length allows, or it is"
                    + " nested deeper than " + DEEPEST + " levels.");
        } catch (JsonProcessingException broken) {
            throw new RefusedImport(file.path() + " cannot be read as JSON" + place(broken.getLocation())
                    + ": it is not well-formed. Make it anew.");
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Lists are read one document at a time, everything else is kept: it is the one document of the file. */
    private void object(JsonParser parser) throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        boolean lists = false;
        long line = parser.currentLocation().getLineNr();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = name(parser);
            JsonToken value = parser.nextToken();
            boolean list = value == JsonToken.START_ARRAY && !document.has("id");
            lists |= list;
            if (list && name.equals("contents")) {
                documents(parser, null, false);
            } else if (list && LISTS.containsKey(name)) {
                documents(parser, LISTS.get(name), true);
            } else {
                document.set(name, tree(parser));
            }
        }
        if (document.hasNonNull("id")) {
            complete = false;
            flatten(entity(document), document, Map.of(), "/", line);
        } else if (!document.isEmpty() && !lists) {
            found(IssueCode.ITEM_WITHOUT_ID, line, "/");
            guess(document).ifPresent(this::lost);
        }
    }

    private void documents(JsonParser parser, HsdsEntity entity, boolean all) throws IOException {
        complete = all;
        int sizeBefore = size;
        long charactersBefore = characters;
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            long line = parser.currentLocation().getLineNr();
            size = 0;
            characters = 0;
            if (tree(parser) instanceof ObjectNode document) {
                item(entity == null ? entity(document) : entity, document, Map.of(), "/" + index + "/", line);
            } else {
                found(IssueCode.OTHER_SHAPE, line, "/" + index);
                lost(entity == null ? named().orElse(null) : entity);
            }
        }
        size = sizeBefore;
        characters = charactersBefore;
    }

    private JsonNode tree(JsonParser parser) throws IOException {
        if (++size > limits.maxDocumentSize()) {
            throw new RefusedImport(file.path() + " has a document of more values than the " + limits.maxDocumentSize()
                    + " that alongside.directory.import.max-document-size allows, at line "
                    + parser.currentLocation().getLineNr() + ".");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, JsonNodeFactory.instance.objectNode());
            case START_ARRAY -> array(parser, JsonNodeFactory.instance.arrayNode());
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            default -> JsonNodeFactory.instance.textNode(text(parser));
        };
    }

    private String text(JsonParser parser) throws IOException {
        count(parser, parser.getTextLength());
        return parser.getText();
    }

    private String name(JsonParser parser) throws IOException {
        String name = parser.currentName();
        count(parser, name.length());
        return name;
    }

    private void count(JsonParser parser, int more) {
        characters += more;
        if (characters > limits.maxDocumentLength()) {
            throw new RefusedImport(file.path() + " has a document with more characters than the "
                    + limits.maxDocumentLength()
                    + " that alongside.directory.import.max-document-length allows, at line "
                    + parser.currentLocation().getLineNr() + ".");
        }
    }

    private JsonNode object(JsonParser parser, ObjectNode object) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = name(parser);
            parser.nextToken();
            object.set(name, tree(parser));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, ArrayNode array) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(tree(parser));
        }
        return array;
    }

    /** One of a list, which tells nothing when it has an id alone; an object does so to refer to another. */
    private void item(HsdsEntity entity, ObjectNode document, Map<String, String> keys, String at, long line) {
        if (!flatten(entity, document, keys, at, line)) {
            coverage.lost(entity);
        }
    }

    /** @return whether it tells anything but its id */
    private boolean flatten(HsdsEntity entity, ObjectNode document, Map<String, String> keys, String at, long line) {
        Map<String, String> values = new HashMap<>();
        Map<String, JsonNode> nested = new HashMap<>();
        document.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isContainerNode() && member.getKey().equals(RowReader.CONFIDENTIAL)) {
                scalar(entity, member.getKey(), value.toString(), values);
            } else if (value.isContainerNode()) {
                nested.put(member.getKey(), value);
            } else if (!value.isNull() && !value.asText().isBlank()) {
                scalar(entity, member.getKey(), value.asText().strip(), values);
            }
        });
        String id = values.get("id");
        nested.forEach((name, value) -> member(entity, name, value, id, at, line, values));
        boolean onlyNamed = values.keySet().equals(Set.of("id")) && nested.isEmpty();
        values.putAll(keys);
        if (!onlyNamed) {
            if (complete) {
                coverage.lists(entity, file.path());
            }
            rows.accept(new SourceRow(entity, file.path(), line, at, values));
        }
        return !onlyNamed;
    }

    private void scalar(HsdsEntity entity, String name, String value, Map<String, String> values) {
        if (name.equals("id") || entity.column(name).isPresent()) {
            values.put(name, value);
        } else {
            reportUnknown(entity, name);
        }
    }

    private void member(HsdsEntity entity, String name, JsonNode value, String id, String at, long line,
            Map<String, String> values) {
        Optional<HsdsMember> known = members(entity).filter(member -> member.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            reportUnknown(entity, name);
        } else if (known.get().list() && value instanceof ArrayNode list) {
            list(entity, known.get(), list, id, at + name, line);
        } else if (!known.get().list() && value instanceof ObjectNode child && child.hasNonNull("id")) {
            values.put(known.get().key(), child.get("id").asText());
            flatten(known.get().entity(), child, Map.of(), at + name + "/", line);
        } else {
            found(IssueCode.OTHER_SHAPE, line, at + name);
            lost(known.get().entity());
        }
    }

    private void list(HsdsEntity entity, HsdsMember member, ArrayNode list, String id, String at, long line) {
        if (id == null && !list.isEmpty()) {
            found(IssueCode.ITEM_WITHOUT_ID, line, at);
            lost(member.entity());
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode child) {
                item(member.entity(), child, keys(entity, member, id), at + "/" + i + "/", line);
            } else {
                found(IssueCode.OTHER_SHAPE, line, at + "/" + i);
                lost(member.entity());
            }
        }
    }

    private void found(IssueCode code, long line, String at) {
        issues.accept(new Issue(code, file.path(), line, at, null));
    }

    /** With all that may be nested in what could not be read; everything, when it is not known what that was. */
    private void lost(HsdsEntity entity) {
        if (entity == null) {
            Stream.of(HsdsEntity.values()).forEach(coverage::lost);
        } else if (lost.add(entity)) {
            coverage.lost(entity);
            members(entity).map(HsdsMember::entity).forEach(this::lost);
        }
    }

    /** As in the schemas, and the two places where documents of the API have more than those. */
    private static Stream<HsdsMember> members(HsdsEntity entity) {
        return switch (entity) {
            case ORGANIZATION -> Stream.concat(entity.members().stream(),
                    Stream.of(new HsdsMember("services", HsdsEntity.SERVICE, true, "organization_id")));
            case SERVICE_AT_LOCATION -> Stream.concat(entity.members().stream(),
                    Stream.of(new HsdsMember("service", HsdsEntity.SERVICE, false, "service_id")));
            default -> entity.members().stream();
        };
    }

    private static Map<String, String> keys(HsdsEntity parent, HsdsMember member, String id) {
        return switch (member.entity()) {
            case ATTRIBUTE -> Map.of("link_id", id, "link_entity", parent.table());
            case METADATA -> Map.of("resource_id", id, "resource_type", parent.table());
            default -> Map.of(member.key(), id);
        };
    }

    private void reportUnknown(HsdsEntity entity, String name) {
        if (unknown.size() < MOST_UNKNOWN && unknown.add(entity + "/" + name)) {
            issues.accept(Issue.ofFile(IssueCode.UNKNOWN_COLUMN, file.path(), entity.table() + "/" + name));
        }
    }

    private HsdsEntity entity(ObjectNode document) {
        return guess(document).orElseThrow(
                () -> new RefusedImport(file.path() + " holds documents of an unknown entity: name the file"
                        + " after it, such as service.json."));
    }

    private Optional<HsdsEntity> guess(ObjectNode document) {
        return named().or(() -> Stream.of(HsdsEntity.values())
                .filter(entity -> telling(entity).anyMatch(document::has)).findFirst());
    }

    private Optional<HsdsEntity> named() {
        return Optional.ofNullable(LISTS.get(file.name().replaceAll("[_-](full|list)$", "")));
    }

    /** Members that only this entity's documents have. */
    private static Stream<String> telling(HsdsEntity entity) {
        return switch (entity) {
            case ORGANIZATION ->
                Stream.of("legal_status", "organization_identifiers", "additional_websites", "programs",
                        "year_incorporated", "website", "tax_status");
            case LOCATION -> Stream.of("location_type");
            case SERVICE -> Stream.of("status", "service_at_locations", "application_process");
            case SERVICE_AT_LOCATION -> Stream.of("location", "service");
            case TAXONOMY_TERM -> Stream.of("taxonomy_detail", "term_uri", "parent_id", "code");
            case TAXONOMY -> Stream.of("version");
            default -> Stream.empty();
        };
    }

    private static Map<String, HsdsEntity> lists() {
        Map<String, HsdsEntity> lists = new HashMap<>();
        for (HsdsEntity entity : HsdsEntity.values()) {
            Stream.of(entity.file(), entity.table(), entity.file() + ".csv", entity.table() + "s")
                    .forEach(name -> lists.put(name, entity));
        }
        return Map.copyOf(lists);
    }
}
