package org.alongside.intake.emergency;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.intake.emergency.api.EmergencyView;
import org.alongside.intake.emergency.api.OpenEmergencyAccess;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Emergency access ("break the glass"): a worker of another agency sees one client for at most an hour, and everybody who has to know of it
 * learns of it.
 */
@Path("/v1")
public class EmergencyResource {

    private final EmergencyService emergencies;
    private final Idempotency idempotency;

    EmergencyResource(EmergencyService emergencies, Idempotency idempotency) {
        this.emergencies = emergencies;
        this.idempotency = idempotency;
    }

    /**
     * Opens a client's record to the caller alone. The caller has logged in within the last minutes, and states
     * {@code X-Purpose-Of-Use: ETREAT} with each request that rests on it.
     */
    @POST
    @Path("emergency-accesses")
    @AccessPolicy(operation = "emergency.open", action = Action.CREATE, roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.RECEIVING_WORKER, Role.SUPERVISOR}, parts = {Part.IDENTITY, Part.CONTACT, Part.HOUSEHOLD,
                    Part.ASSESSMENT, Part.PLAN, Part.NOTES, Part.REFERRAL,
                    Part.CONSENT}, relations = Relation.GRANT, purpose = PurposeOfUse.ETREAT)
    public RestResponse<EmergencyView> open(@NotNull @Valid OpenEmergencyAccess body) {
        return idempotency.created("/v1/emergency-accesses/", body, () -> emergencies.open(body), emergencies::read);
    }

    @GET
    @Path("emergency-accesses/{emergencyId}")
    @AccessPolicy(operation = "emergency.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.RECEIVING_WORKER,
            Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.CONSENT, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.ETREAT)
    public RestResponse<EmergencyView> read(UUID emergencyId) {
        return Etag.ok(emergencies.read(emergencyId));
    }

    /** Ends it before its time; from then on nothing more is read by it. */
    @POST
    @Path("emergency-accesses/{emergencyId}/end")
    @AccessPolicy(operation = "emergency.end", action = Action.UPDATE, roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.RECEIVING_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.CONSENT, relations = {
                    Relation.HOME_AGENCY, Relation.GRANT}, purpose = PurposeOfUse.ETREAT)
    public RestResponse<EmergencyView> end(UUID emergencyId) {
        return Etag.ok(emergencies.end(emergencyId));
    }

    @GET
    @Path("clients/{clientId}/emergency-accesses")
    @AccessPolicy(operation = "emergency.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT, purpose = PurposeOfUse.HCOMPL)
    public Page<EmergencyView> list(UUID clientId, @BeanParam PageRequest page) {
        return emergencies.ofClient(clientId, page);
    }
}
