package org.alongside.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Everything that the suite holds about a client, in one archive: one document for machines and one page for people, each made of what
 * the four services hand out to a privacy officer of the client's agency. No service reads another's data for it.
 */
public final class DataPackage {

    private static final String PAGE = "?limit=200";
    private static final String MAIN = "<main>";
    private static final String MAIN_END = "</main>";

    private final Suite suite;
    private final String officer;
    private final String language;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param officer  account of a privacy officer of the client's home agency
     * @param language of the page: {@code en} or {@code es}
     */
    public DataPackage(Suite suite, String officer, String language) {
        this.suite = suite;
        this.officer = officer;
        this.language = language;
    }

    /**
     * @param folder where {@code client-data-<id>.zip} is written, for its owner alone to read
     * @return the archive
     * @throws StackException when a part cannot be had, or there is such a file: nothing is written then
     */
    public Path write(String client, Path folder) {
        ObjectNode data = json.createObjectNode();
        List<String> pages = new ArrayList<>();
        for (String service : List.of("intake", "planning", "referral")) {
            Call call = Call.get(officer, service,
                    "/v1/clients/" + client + "/" + service + "-data?language=" + language);
            Reply reply = suite.send(call);
            if (reply.status() == 404 && !service.equals("intake")) {
                data.putNull(service);
            } else {
                data.set(service, expect(reply, call));
                pages.add(suite.page(call));
            }
        }
        Call account = account(client, "");
        data.set("disclosures", disclosures(client, expect(suite.send(account), account)));
        pages.add(suite.page(account));
        return write(folder.resolve("client-data-" + client + ".zip"),
                Map.of("data.json", data.toPrettyString(), "data.html", together(pages)));
    }

    private Call account(String client, String cursor) {
        return Call.post(officer, "audit", "/v1/disclosure-accounts" + PAGE + cursor,
                json.createObjectNode().put("client", client).put("language", language).toString());
    }

    /** The account with the lines of all its pages. */
    private JsonNode disclosures(String client, JsonNode first) {
        ObjectNode whole = (ObjectNode) first;
        ArrayNode lines = whole.withArray("lines");
        JsonNode next = whole.remove("next");
        while (next != null) {
            Call call = account(client, "&cursor=" + next.asText());
            JsonNode page = expect(suite.send(call), call);
            lines.addAll((ArrayNode) page.get("lines"));
            next = page.get("next");
        }
        return whole;
    }

    private JsonNode expect(Reply reply, Call call) {
        if (reply.status() == 200) {
            return reply.body();
        }
        throw new StackException(switch (reply.status()) {
            case 400 -> call.service() + "-service does not take this: " + reply.text("/violations/0/field") + " "
                    + reply.text("/violations/0/message");
            case 403 -> "The account " + officer + " may not: name a privacy officer with --as=ACCOUNT.";
            case 404 -> "There is no such client for " + officer
                    + ". Check the id, and whether the officer is of the client's agency (--as=ACCOUNT).";
            default -> call.service() + "-service answers " + reply.status() + ": see ./alongside logs "
                    + call.service();
        });
    }

    /** One page: the first one, with what the others say behind it. */
    private static String together(List<String> pages) {
        StringBuilder bodies = new StringBuilder();
        pages.forEach(page -> bodies.append(page, page.indexOf(MAIN) + MAIN.length(), page.indexOf(MAIN_END)));
        String first = pages.get(0);
        return first.substring(0, first.indexOf(MAIN) + MAIN.length()) + bodies
                + first.substring(first.indexOf(MAIN_END));
    }

    private static Path write(Path file, Map<String, String> entries) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new StackException("There is a file " + file + " already: take it away first.", e);
        } catch (IOException e) {
            throw new StackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
