package org.alongside.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.alongside.local.DataPackage;
import org.alongside.local.StackException;
import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Narrator;
import org.alongside.local.demo.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Somebody who was helped by three agencies asks for all that is held about them. */
class DataPackageIT {

    private static final String OFFICER = "privacy-officer.family-services";

    private final Suite suite = SystemStack.suite();

    @TempDir
    Path folder;

    @Test
    void oneArchiveHoldsAllOfItForMachinesAndForPeople() throws IOException {
        String mark = SystemStack.newMark();
        ClosedLoop.Outcome loop = new ClosedLoop(suite, Narrator.SILENT, mark).run();
        String client = loop.client().toString();
        Path file = new DataPackage(suite, OFFICER, "en").write(client, folder);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Map<String, String> entries = entries(file);
        assertEquals("[data.html, data.json]", entries.keySet().toString());

        JsonNode data = new ObjectMapper().readTree(entries.get("data.json"));
        String page = entries.get("data.html");
        assertTrue(data.at("/intake/clients/0/identity/familyName").asText().contains(mark), "the name");
        assertEquals(loop.caseId().toString(), data.at("/planning/cases/0/case/caseId").asText());
        assertTrue(data.at("/referral/referrals").toString().contains(loop.legalReferral().toString()));
        int accesses = data.at("/disclosures/lines").size();
        assertTrue(accesses > 0, "accesses by other agencies");
        assertFalse(data.at("/disclosures").has("next"), "the account is whole");
        for (String title : new String[]{"What your agency keeps about you", "What is kept about your plan",
                "What is kept about your referrals"}) {
            assertTrue(page.contains("<h1>" + title + "</h1>"), title);
        }
        assertTrue(page.contains(data.at("/disclosures/lines/0/words/when").asText()), "the account on the page");
        assertEquals(1, page.split("<html", -1).length - 1, "one page");
        for (String said : new String[]{data.at("/intake/clients/0/identity/familyName").asText(),
                data.at("/planning/cases/0/goals/0/goal/clientWords").asText(),
                data.at("/referral/referrals/0/referral/message").asText()}) {
            assertTrue(said.length() > 3 && page.contains(said.replace("&", "&amp;")), said);
        }

        refused(OFFICER, client, "take it away first");
        Files.delete(file);
        refused("privacy-officer.legal-aid", client, "no such client");
        refused("case-worker.family-services", client, "privacy officer");
        assertFalse(Files.exists(file), "nothing is left of what was refused");
    }

    private void refused(String account, String client, String reason) {
        String message = assertThrows(StackException.class,
                () -> new DataPackage(suite, account, "es").write(client, folder)).getMessage();
        assertTrue(message.contains(reason), message);
    }

    private static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }
}
