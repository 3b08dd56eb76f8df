package org.alongside.intake.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.alongside.intake.consent.api.ConsentView;
import org.alongside.intake.consent.api.GivenBy;
import org.alongside.intake.consent.api.Proxy;
import org.alongside.intake.consenttext.api.ConsentText;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A consent as a FHIR R4 Consent in the shape of IHE Privacy Consent on FHIR (PCF). People and agencies are named by identifiers, since
 * nothing here serves Patients and Organizations. What a consent opens is narrowed by {@code provision.class} (parts) and
 * {@code provision.code} (need categories): PCF does not use these elements, so no {@code meta.profile} is claimed. They must stay: a
 * reader that saw no narrowing would take the consent for one to everything.
 *
 * @see <a href="https://hl7.org/fhir/R4/consent.html">FHIR R4, Consent</a>
 * @see <a href="https://profiles.ihe.net/ITI/PCF/">IHE ITI, Privacy Consent on FHIR</a>
 */
final class FhirConsent {

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String URN = "urn:ietf:rfc:3986";
    private static final String SUITE = "urn:alongside:";

    private final ConsentView consent;
    private final ConsentText text;
    private final ObjectNode resource = JsonNodeFactory.instance.objectNode();

    private FhirConsent(ConsentView consent, ConsentText text) {
        this.consent = consent;
        this.text = text;
    }

    /** @param text what the client agreed to or is asked to agree to */
    static ObjectNode of(ConsentView consent, ConsentText text) {
        return new FhirConsent(consent, text).build();
    }

    private ObjectNode build() {
        resource.put("resourceType", "Consent").put("id", consent.consentId().toString());
        Proxy proxy = consent.given() == null ? null : consent.given().proxy();
        if (proxy != null) {
            contain(proxy);
        }
        identifier(resource.putArray("identifier").addObject(), consent.consentId());
        resource.put("status", status());
        coding(resource.putObject("scope"), HL7 + "consentscope", "patient-privacy");
        coding(resource.putArray("category").addObject(), "http://loinc.org", "59284-0");
        named(resource.putObject("patient"), "Patient", consent.clientId());
        if (consent.decidedAt() != null) {
            resource.put("dateTime", consent.decidedAt().toString());
        }
        performer(proxy);
        named(resource.putArray("organization").addObject(), "Organization", consent.homeAgency());
        source(resource.putObject("sourceAttachment"));
        resource.putArray("policy").addObject().put("uri", SUITE + "consent-text:" + text.version());
        provision(resource.putObject("provision"));
        return resource;
    }

    /** R4 knows one state for what is no longer in force, whatever the reason. */
    private String status() {
        return switch (consent.status()) {
            case PROPOSED -> "proposed";
            case ACTIVE -> "active";
            case REFUSED -> "rejected";
            case REVOKED, EXPIRED -> "inactive";
        };
    }

    private void contain(Proxy proxy) {
        ObjectNode person = resource.putArray("contained").addObject().put("resourceType", "RelatedPerson").put("id",
                "proxy");
        named(person.putObject("patient"), "Patient", consent.clientId());
        ObjectNode relation = person.putArray("relationship").addObject();
        if (proxy.relation().roleCode() != null) {
            coding(relation, HL7 + "v3-RoleCode", proxy.relation().roleCode());
        }
        relation.put("text", proxy.relation().code() + ": " + proxy.authority());
        if (proxy.name() != null) {
            person.putArray("name").addObject().put("text", proxy.name());
        }
    }

    /** Who answered; nobody has while it is proposed. */
    private void performer(Proxy proxy) {
        if (proxy != null) {
            resource.putArray("performer").addObject().put("reference", "#proxy");
        } else if (consent.given() != null && consent.given().givenBy() == GivenBy.CLIENT) {
            named(resource.putArray("performer").addObject(), "Patient", consent.clientId());
        }
    }

    /** The text itself: whoever gets the consent can read what was agreed to, and compare its hash. */
    private void source(ObjectNode attachment) {
        attachment.put("contentType", "text/plain;charset=UTF-8").put("language", text.language())
                .put("data", Base64.getEncoder().encodeToString(text.plain().getBytes(UTF_8)))
                .put("title", text.title());
        if (consent.given() != null && consent.given().evidenceHash() != null) {
            attachment.putArray("extension").addObject().put("url", SUITE + "consent:evidence-sha256")
                    .put("valueString", consent.given().evidenceHash());
        }
    }

    private void provision(ObjectNode provision) {
        provision.put("type", consent.status() == ConsentStatus.REFUSED ? "deny" : "permit");
        provision.putObject("period").put("start", consent.validFrom().toString()).put("end",
                consent.validUntil().toString());
        ArrayNode actors = provision.putArray("actor");
        consent.recipients().forEach(recipient -> {
            ObjectNode actor = actors.addObject();
            coding(actor.putObject("role"), HL7 + "v3-ParticipationType", "IRCP");
            named(actor.putObject("reference"), "Organization", recipient);
        });
        codings(provision.putArray("purpose"), HL7 + "v3-ActReason",
                consent.purposes().stream().map(Enum::name).toList());
        codings(provision.putArray("class"), SUITE + "part",
                consent.sharedParts().stream().map(Part::code).toList());
        if (!consent.categories().isEmpty()) {
            ArrayNode codes = provision.putArray("code");
            consent.categories().forEach(category -> coding(codes.addObject(),
                    SUITE + "need-category", category));
        }
    }

    private static void codings(ArrayNode into, String system, List<String> codes) {
        codes.forEach(code -> into.addObject().put("system", system).put("code", code));
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static void named(ObjectNode reference, String type, UUID id) {
        reference.put("type", type);
        identifier(reference.putObject("identifier"), id);
    }

    private static void identifier(ObjectNode identifier, UUID id) {
        identifier.put("system", URN).put("value", "urn:uuid:" + id);
    }
}
