package org.alongside.planning.note;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.planning.note.api.AddToNote;
import org.alongside.planning.note.api.NoteView;
import org.alongside.planning.note.api.SearchNotes;
import org.alongside.planning.note.api.WriteNote;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Notes of the work in a case. What is written stays. */
@Path("/v1")
public class NoteResource {

    private final NoteService notes;
    private final Idempotency idempotency;

    NoteResource(NoteService notes, Idempotency idempotency) {
        this.notes = notes;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/notes")
    @Operation(summary = "Write a note")
    @AccessPolicy(operation = "note.write", action = Action.CREATE, roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = {Part.NOTES, Part.PLAN})
    public RestResponse<NoteView> write(UUID caseId, @NotNull @Valid WriteNote body) {
        return idempotency.created("/v1/notes/", body, () -> notes.write(caseId, body), notes::read);
    }

    /** As visible as the note that it puts right, which stays as it is. */
    @POST
    @Path("notes/{noteId}/addenda")
    @Operation(summary = "Put a note right, or add to it, by another one")
    @AccessPolicy(operation = "note.add", action = Action.CREATE, roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = {Part.NOTES, Part.PLAN})
    public RestResponse<NoteView> add(UUID noteId, @NotNull @Valid AddToNote body) {
        return idempotency.created("/v1/notes/", body, () -> notes.add(noteId, body), notes::read);
    }

    @GET
    @Path("cases/{caseId}/notes")
    @Operation(summary = "List the notes of a case, the oldest first; to another agency those that a consent opens")
    @AccessPolicy(operation = "note.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR, Role.INTAKE_WORKER,
            Role.RECEIVING_WORKER}, parts = {Part.NOTES, Part.PLAN}, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public Page<NoteView> list(UUID caseId, @BeanParam PageRequest page) {
        return notes.ofCase(caseId, page);
    }

    /** To another agency by a consent that names one of the note's parts. */
    @GET
    @Path("notes/{noteId}")
    @Operation(summary = "Read a note")
    @AccessPolicy(operation = "note.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR, Role.INTAKE_WORKER,
            Role.RECEIVING_WORKER}, parts = {Part.NOTES, Part.PLAN}, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<NoteView> read(UUID noteId) {
        return Etag.ok(notes.read(noteId));
    }

    /** POST, because what is looked for is personal data and must stand in no URL. */
    @POST
    @Path("cases/{caseId}/notes/search")
    @Operation(summary = "Search the notes of a case; a page can be short or empty and not the last, go on while there is a next one")
    @AccessPolicy(operation = "note.search", roles = {Role.CASE_WORKER, Role.SUPERVISOR, Role.INTAKE_WORKER}, parts = {
            Part.NOTES, Part.PLAN})
    public Page<NoteView> search(UUID caseId, @BeanParam PageRequest page, @NotNull @Valid SearchNotes body) {
        return notes.search(caseId, body, page);
    }
}
