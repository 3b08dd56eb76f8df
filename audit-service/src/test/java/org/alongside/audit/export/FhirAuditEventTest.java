package org.alongside.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.accessevent.api.AccessEventView.RecordView;
import org.alongside.kit.testing.FhirR4;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What HAPI FHIR reads from the Bundles, and that it finds no fault with them. Shares the class loader of the tests of the service: HAPI
 * brings classes of the JDK's XML with it that clash in another one.
 */
@QuarkusTest
class FhirAuditEventTest {

    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.Patient";

    private final UUID client = UUID.randomUUID();
    private final UUID record = UUID.randomUUID();

    @Test
    void everyKindOfEventIsValid() throws IOException {
        List<AccessEventView> all = new ArrayList<>();
        for (String action : List.of("C", "R", "U", "D", "E")) {
            for (String outcome : List.of("allowed", "denied", "not-visible", "failed")) {
                all.add(view(action, outcome, client, 1));
                all.add(view(action, outcome, null, 0));
                all.add(view(action, outcome, client, 3));
            }
        }
        assertEquals(all.size(), FhirR4.valid(Bundle.class, bundle(all)).getEntry().size());
    }

    @Test
    void theValidatorFindsAFault() throws IOException {
        String bundle = bundle(List.of(view("R", "allowed", client, 1)));
        assertThrows(AssertionError.class,
                () -> FhirR4.valid(Bundle.class, bundle.replace("\"recorded\"", "\"written\"")));
        assertThrows(AssertionError.class,
                () -> FhirR4.valid(Bundle.class, bundle.replace("\"action\":\"R\"", "\"action\":\"X\"")));
    }

    @Test
    void aReadHasTheAgentsAndEntitiesOfBalp() throws IOException {
        AuditEvent event = event(view("R", "allowed", client, 1));
        assertEquals(BALP + "Read", event.getMeta().getProfile().get(0).getValue());
        assertEquals("rest", event.getType().getCode());
        assertEquals("read", event.getSubtypeFirstRep().getCode());
        assertEquals("R", event.getAction().toCode());
        assertEquals("0", event.getOutcome().toCode());
        assertEquals("someone", agent(event, "IRCP").getWho().getIdentifier().getValue());
        assertTrue(agent(event, "IRCP").getRequestor());
        assertEquals("TREAT", agent(event, "IRCP").getPurposeOfUseFirstRep().getCodingFirstRep().getCode());
        assertEquals(List.of("case-worker", "supervisor"),
                agent(event, "IRCP").getRole().stream().map(role -> role.getCodingFirstRep())
                        .filter(coding -> coding.getSystem().equals("urn:alongside:role")).map(Coding::getCode)
                        .toList());
        assertEquals("portal", agent(event, "110152").getWho().getIdentifier().getValue());
        assertEquals("intake", agent(event, "110153").getWho().getIdentifier().getValue());
        assertEquals("unknown", agent(event, "110152").getNetwork().getAddressElement()
                .getExtensionString("http://hl7.org/fhir/StructureDefinition/data-absent-reason"));
        assertEquals("urn:uuid:" + client, entity(event, "1").getWhat().getIdentifier().getValue());
        assertEquals("Patient", entity(event, "1").getWhat().getType());
        assertEquals("urn:uuid:" + record, entity(event, "2").getWhat().getIdentifier().getValue());
        assertEquals(1, event.getEntity().stream().filter(e -> e.getType().getCode().equals("2")).count());
        assertEquals("00000000-0000-7000-8000-000000000001",
                entity(event, "XrequestId").getWhat().getIdentifier().getValue());
        assertEquals("12", entity(event, "log-entry").getWhat().getIdentifier().getValue());
    }

    @Test
    void aChangeTurnsTheDirectionRound() throws IOException {
        AuditEvent event = event(view("U", "allowed", client, 1));
        assertEquals(BALP + "Update", event.getMeta().getProfile().get(0).getValue());
        assertEquals("someone", agent(event, "AGNT").getWho().getIdentifier().getValue());
        assertEquals("portal", agent(event, "110153").getWho().getIdentifier().getValue());
        assertEquals("intake", agent(event, "110152").getWho().getIdentifier().getValue());
    }

    @Test
    void onlyWhatTheProfileDescribesClaimsIt() throws IOException {
        assertFalse(event(view("R", "denied", client, 1)).getMeta().hasProfile());
        assertFalse(event(view("R", "allowed", null, 1)).getMeta().hasProfile());
        assertFalse(event(view("R", "allowed", client, 2)).getMeta().hasProfile());
        assertFalse(event(view("E", "allowed", client, 1)).getMeta().hasProfile());
    }

    private AuditEvent event(AccessEventView view) throws IOException {
        return (AuditEvent) FhirR4.valid(Bundle.class, bundle(List.of(view))).getEntryFirstRep().getResource();
    }

    private static String bundle(List<AccessEventView> views) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FhirBundles(new ObjectMapper()).write(views, out);
        return out.toString(UTF_8);
    }

    private static AuditEventAgentComponent agent(AuditEvent event, String type) {
        return event.getAgent().stream().filter(agent -> agent.getType().getCodingFirstRep().getCode().equals(type))
                .findFirst().orElseThrow();
    }

    private static AuditEventEntityComponent entity(AuditEvent event, String type) {
        return event.getEntity().stream().filter(entity -> entity.getType().getCode().equals(type)).findFirst()
                .orElseThrow();
    }

    private AccessEventView view(String action, String outcome, UUID ofClient, int records) {
        List<RecordView> touched = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            touched.add(new RecordView("client", i == 0 ? record : UUID.randomUUID(), 7));
        }
        return new AccessEventView(12, "/alongside/intake", 1, 5, Instant.parse("2026-11-22T10:00:01.5Z"),
                "00".repeat(32), UUID.randomUUID(), Instant.parse("2026-11-22T10:00:00.123456789Z"),
                UUID.fromString("00000000-0000-7000-8000-000000000001"), "intake", "client.read", action, "worker",
                "someone", List.of("case-worker", "supervisor"), "portal", UUID.randomUUID(), ofClient, ofClient,
                List.of("identity"), touched, "TREAT",
                "consent", UUID.randomUUID(), outcome,
                outcome.equals("allowed") ? Map.of() : Map.of("clientId", UUID.randomUUID()));
    }
}
