package org.alongside.audit.export;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.accessevent.api.AccessEventView.RecordView;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry of the access log as a FHIR R4 AuditEvent in the pattern of IHE BALP: the agents user, client application and server, the
 * entities patient, data and transaction. Handles only, as identifiers. The log does not hold network addresses: {@code network} says so
 * (data-absent-reason). {@code meta.profile} stands on those events that BALP has a profile for: an allowed read or change of one record
 * of one client.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">IHE ITI, Basic Audit Log Patterns</a>
 * @see <a href="https://hl7.org/fhir/R4/auditevent.html">FHIR R4, AuditEvent</a>
 */
final class FhirAuditEvent {

    private static final String PROFILE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.Patient";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String ENTITY_TYPE = HL7 + "audit-entity-type";
    private static final String ENTITY_ROLE = HL7 + "object-role";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String URN = "urn:ietf:rfc:3986";
    private static final String SUITE = "urn:alongside:";

    private static final Map<String, String> INTERACTIONS = Map.of("C", "create", "R", "read", "U", "update", "D",
            "delete", "E", "operation");
    private static final Map<String, String> PROFILES = Map.of("C", "Create", "R", "Read", "U", "Update", "D",
            "Delete");
    private static final Map<String, String> OUTCOMES = Map.of("allowed", "0", "denied", "4", "not-visible", "4",
            "failed", "8");

    private final AccessEventView view;
    private final ObjectNode event = JsonNodeFactory.instance.objectNode();

    private FhirAuditEvent(AccessEventView view) {
        this.view = view;
    }

    static ObjectNode of(AccessEventView view) {
        return new FhirAuditEvent(view).build();
    }

    private ObjectNode build() {
        event.put("resourceType", "AuditEvent").put("id", view.id().toString());
        if (hasProfile()) {
            event.putObject("meta").putArray("profile").add(PROFILE + PROFILES.get(view.action()));
        }
        what();
        ArrayNode agents = event.putArray("agent");
        user(agents.addObject());
        application(agents.addObject());
        server(agents.addObject());
        source();
        entities(event.putArray("entity"));
        return event;
    }

    private boolean hasProfile() {
        return view.outcome().equals("allowed") && PROFILES.containsKey(view.action()) && view.client() != null
                && view.records().size() == 1;
    }

    private void what() {
        coding(event.putObject("type"), HL7 + "audit-event-type", "rest", "RESTful Operation");
        ArrayNode kinds = event.putArray("subtype");
        String interaction = INTERACTIONS.get(view.action());
        coding(kinds.addObject(), "http://hl7.org/fhir/restful-interaction", interaction, interaction);
        kinds.addObject().put("system", SUITE + "operation").put("code", view.operation());
        event.put("action", view.action()).put("recorded", view.at().toString());
        event.put("outcome", OUTCOMES.get(view.outcome())).put("outcomeDesc", view.outcome());
        purpose(event.putArray("purposeOfEvent"));
    }

    private void purpose(ArrayNode purposes) {
        purposes.addObject().putArray("coding").addObject().put("system", HL7 + "v3-ActReason").put("code",
                view.purpose());
    }

    private boolean isRead() {
        return view.action().equals("R");
    }

    /** BALP: information recipient of what was read, agent of what was changed. */
    private void user(ObjectNode agent) {
        if (isRead()) {
            type(agent, HL7 + "v3-ParticipationType", "IRCP", "information recipient");
        } else {
            type(agent, HL7 + "v3-RoleClass", "AGNT", "agent");
        }
        roles(agent);
        identifier(agent.putObject("who"), SUITE + "actor", view.actor());
        agent.put("requestor", true);
        purpose(agent.putArray("purposeOfUse"));
    }

    /** In which roles, and for which agency. */
    private void roles(ObjectNode agent) {
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        view.roles().forEach(role -> roles.addObject().putArray("coding").addObject().put("system", SUITE + "role")
                .put("code", role));
        if (view.agency() != null) {
            ObjectNode agency = roles.addObject();
            agency.putArray("coding").addObject().put("system", SUITE + "agency").put("code",
                    view.agency().toString());
            agency.put("text", "acting for the agency of this id");
        }
        if (!roles.isEmpty()) {
            agent.set("role", roles);
        }
    }

    /** Data flows to the application when it reads and from it when it changes something. */
    private void application(ObjectNode agent) {
        device(agent, isRead());
        identifier(agent.putObject("who"), SUITE + "application",
                Objects.requireNonNullElse(view.application(), "none"));
        agent.put("requestor", false);
        unknownNetwork(agent);
    }

    private void server(ObjectNode agent) {
        device(agent, !isRead());
        identifier(agent.putObject("who"), SUITE + "service", view.service());
        agent.put("requestor", false);
        unknownNetwork(agent);
    }

    private static void device(ObjectNode agent, boolean receives) {
        type(agent, DICOM, receives ? "110152" : "110153", receives ? "Destination Role ID" : "Source Role ID");
    }

    private static void unknownNetwork(ObjectNode agent) {
        agent.putObject("network").putObject("_address").putArray("extension").addObject().put("url", ABSENT)
                .put("valueCode", "unknown");
    }

    private void source() {
        ObjectNode source = event.putObject("source");
        identifier(source.putObject("observer"), SUITE + "source", view.source());
        coding(source.putArray("type").addObject(), HL7 + "security-source-type", "4", "Application Server");
    }

    private void entities(ArrayNode entities) {
        if (view.client() != null) {
            patient(entities.addObject());
        }
        view.records().forEach(record -> data(entities.addObject(), record));
        transaction(entities.addObject());
        entry(entities.addObject());
        view.asked().forEach((name, id) -> {
            ObjectNode asked = entity(entities.addObject(), SUITE + "entity", "asked", "asked for in vain");
            identifier(asked.putObject("what"), URN, "urn:uuid:" + id);
            detail(asked.putArray("detail"), "name", name);
        });
    }

    private void patient(ObjectNode entity) {
        entity(entity, ENTITY_TYPE, "1", "Person");
        identifier(entity.putObject("what").put("type", "Patient"), URN, "urn:uuid:" + view.client());
        coding(entity.putObject("role"), ENTITY_ROLE, "1", "Patient");
        if (view.homeAgency() != null) {
            detail(entity.putArray("detail"), "home-agency", view.homeAgency().toString());
        }
    }

    private static void data(ObjectNode entity, RecordView record) {
        entity(entity, ENTITY_TYPE, "2", "System Object");
        identifier(entity.putObject("what"), URN, "urn:uuid:" + record.id());
        coding(entity.putObject("role"), ENTITY_ROLE, "4", "Domain Resource");
        ArrayNode details = entity.putArray("detail");
        detail(details, "record-type", record.type());
        detail(details, "version", Long.toString(record.version()));
    }

    private void transaction(ObjectNode entity) {
        entity(entity, "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null);
        entity.putObject("what").putObject("identifier").put("value", view.accessId().toString());
    }

    /** What FHIR has no place for, and by what the entry is found and proved in the log. */
    private void entry(ObjectNode entity) {
        entity(entity, SUITE + "entity", "log-entry", "entry of the access log");
        identifier(entity.putObject("what"), SUITE + "entry-index", Long.toString(view.entryIndex()));
        ArrayNode details = entity.putArray("detail");
        detail(details, "leaf-hash", view.leafHash());
        detail(details, "epoch", Integer.toString(view.epoch()));
        detail(details, "sequence", Long.toString(view.sequence()));
        detail(details, "sealed-at", view.sealedAt().toString());
        detail(details, "kind", view.kind());
        detail(details, "basis", view.basis());
        detail(details, "basis-id", Objects.toString(view.basisId(), null));
        List<String> parts = view.seenParts();
        parts.forEach(part -> detail(details, "part", part));
    }

    private static ObjectNode entity(ObjectNode entity, String system, String code, String display) {
        coding(entity.putObject("type"), system, code, display);
        return entity;
    }

    private static void type(ObjectNode agent, String system, String code, String display) {
        coding(agent.putObject("type").putArray("coding").addObject(), system, code, display);
    }

    private static void coding(ObjectNode coding, String system, String code, String display) {
        coding.put("system", system).put("code", code);
        if (display != null) {
            coding.put("display", display);
        }
    }

    private static void identifier(ObjectNode reference, String system, String value) {
        reference.putObject("identifier").put("system", system).put("value", value);
    }

    private static void detail(ArrayNode details, String type, String value) {
        if (value != null) {
            details.addObject().put("type", type).put("valueString", value);
        }
    }
}
