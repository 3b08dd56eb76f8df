package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.alongside.local.LogAuditor;
import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Narrator;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

/** Somebody who was helped by three agencies is erased: what every service can still open, what lies in files, and what the log says. */
class ErasureIT {

    private static final String OFFICER = "privacy-officer.family-services";
    private static final String CASE_WORKER = "case-worker.family-services";
    private static final int PATIENCE = 120;

    private final Suite suite = SystemStack.suite();

    @Test
    void everyServiceDestroysItsKeyAndThereIsNoSuchClientAnyMore() throws Exception {
        String mark = SystemStack.newMark();
        ClosedLoop.Outcome loop = new ClosedLoop(suite, Narrator.SILENT, mark).run();
        String client = loop.client().toString();
        List<Call> reads = List.of(Call.get(CASE_WORKER, "intake", "/v1/clients/" + client),
                Call.get(CASE_WORKER, "planning", "/v1/cases/" + loop.caseId()),
                Call.get(CASE_WORKER, "planning", "/v1/cases/" + loop.caseId() + "/plan"),
                Call.get(CASE_WORKER, "referral", "/v1/referrals/" + loop.legalReferral()));
        reads.forEach(read -> assertEquals(200, suite.send(read).status(), read.path()));

        Reply asked = suite.send(Call.post(OFFICER, "intake", "/v1/clients/" + client + "/erasures",
                "{\"reason\": \"client-asked\", \"words\": \"Wishes it %s\"}".formatted(mark)));
        assertEquals(201, asked.status(), asked.body().toString());
        String erasure = asked.text("/erasureId");
        SystemStack.update("intake",
                "update erasure set due_at = now() - interval '1 second' where id = '" + erasure + "'");
        Call state = Call.get(OFFICER, "intake", "/v1/erasures/" + erasure);
        assertTrue(SystemStack.within(PATIENCE, () -> suite.send(state).text("/status").equals("erased")),
                () -> suite.send(state).body().toString());

        reads.forEach(read -> assertEquals(404, suite.send(read).status(), read.path()));
        assertEquals(0, suite.send(Call.get(CASE_WORKER, "planning", "/v1/cases?client=" + client)).body().get("items")
                .size());
        for (String database : SystemStack.databases()) {
            assertEquals(List.of(), SystemStack.strings(database,
                    "select 'a key' from client_key where client_id = cast(? as uuid) and wrapped is not null", client),
                    "There is still a key in " + database);
        }
        Canaries.assertNowhere(mark);
        Canaries.assertNotIn(SystemStack.running().postgres().data(), mark);
        assertEquals(List.of(), new LogAuditor(SystemStack.running()).verify().findings());
        Reply account = suite.send(Call.post(OFFICER, "audit", "/v1/disclosure-accounts",
                "{\"client\": \"%s\"}".formatted(client)));
        assertEquals(200, account.status(), account.body().toString());
        assertTrue(account.body().get("lines").size() > 0, account.body().toString());
    }
}
