package org.alongside.audit.disclosurenote;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.audit.disclosurenote.api.AnswerNote;
import org.alongside.audit.disclosurenote.api.NoteView;
import org.alongside.audit.disclosurenote.api.WriteNote;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Corrections and disputes of a client to lines of the account of disclosures. */
@Path("/v1/disclosure-notes")
public class NoteResource {

    private final NoteService notes;
    private final Idempotency idempotency;

    NoteResource(NoteService notes, Idempotency idempotency) {
        this.notes = notes;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Attach a client's correction or dispute to a line of the account of disclosures")
    @AccessPolicy(operation = "disclosure-note.write", action = Action.CREATE, roles = {Role.PRIVACY_OFFICER,
            Role.SUPERVISOR, Role.CASE_WORKER}, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.PATRQT)
    public RestResponse<NoteView> write(@NotNull @Valid WriteNote body) {
        return idempotency.created("/v1/disclosure-notes/", body, () -> notes.write(body), notes::read);
    }

    @GET
    @Path("{noteId}")
    @Operation(summary = "Read a note on the account of disclosures")
    @AccessPolicy(operation = "disclosure-note.read", roles = {Role.PRIVACY_OFFICER, Role.SUPERVISOR,
            Role.CASE_WORKER}, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.PATRQT)
    public RestResponse<NoteView> read(UUID noteId) {
        return Etag.ok(notes.read(noteId));
    }

    @POST
    @Path("{noteId}/answer")
    @Operation(summary = "Answer a note on the account of disclosures")
    @AccessPolicy(operation = "disclosure-note.answer", action = Action.UPDATE, roles = Role.PRIVACY_OFFICER, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<NoteView> answer(UUID noteId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerNote body) {
        return Etag.ok(notes.answer(noteId, ifMatch, body));
    }
}
