package org.alongside.referral.referral;

import java.util.Arrays;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.code.Coded;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.referral.appointment.api.MakeAppointment;
import org.alongside.referral.history.api.HistoryView;
import org.alongside.referral.referral.api.AssignWorker;
import org.alongside.referral.referral.api.CompleteReferral;
import org.alongside.referral.referral.api.DraftReferral;
import org.alongside.referral.referral.api.EndReferral;
import org.alongside.referral.referral.api.EndSearch;
import org.alongside.referral.referral.api.ForwardReferral;
import org.alongside.referral.referral.api.RecordClientView;
import org.alongside.referral.referral.api.ReferralSummary;
import org.alongside.referral.referral.api.ReferralView;
import org.jboss.resteasy.reactive.RestResponse;

/** Referrals from agency to agency. Commands of the wrong side are refused with {@code not-permitted}. */
@Path("/v1/referrals")
public class ReferralResource {

    private final ReferralService referrals;
    private final ReferralCommands commands;
    private final ForwardService forwards;
    private final Idempotency idempotency;

    ReferralResource(ReferralService referrals, ReferralCommands commands, ForwardService forwards,
            Idempotency idempotency) {
        this.referrals = referrals;
        this.commands = commands;
        this.forwards = forwards;
        this.idempotency = idempotency;
    }

    /** A draft, seen by the sender only. */
    @POST
    @AccessPolicy(operation = "referral.draft", action = Action.CREATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> draft(@NotNull @Valid DraftReferral body) {
        return idempotency.created("/v1/referrals/", body, () -> referrals.draft(body), referrals::read);
    }

    @GET
    @Path("{referralId}")
    @AccessPolicy(operation = "referral.read", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM, Role.SUPERVISOR}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> read(UUID referralId) {
        return Etag.ok(referrals.read(referralId));
    }

    /**
     * Referrals of the caller's agency, the oldest first.
     *
     * @param role   {@code sent} or {@code received}
     * @param status one status; all when absent
     * @param queue  only those that wait for something: {@code needs-answer}, {@code answer-overdue} and {@code needs-outcome} for
     *               either role, {@code returned} for the receiver, {@code needs-sending} and {@code needs-next-match} for the sender
     */
    @GET
    @AccessPolicy(operation = "referral.list", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM, Role.SUPERVISOR}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public Page<ReferralSummary> list(@QueryParam("role") @NotNull String role, @QueryParam("status") String status,
            @QueryParam("queue") String queue, @BeanParam PageRequest page) {
        Direction direction = direction(role);
        Queue.Filter filter = filter(direction, status, queue);
        return direction == Direction.RECEIVED && queue == null
                ? referrals.received(filter.statuses(), page)
                : referrals.list(direction, filter, page);
    }

    /** Who moved it, when, from where to where and why; the oldest first, without a gap. */
    @GET
    @Path("{referralId}/history")
    @AccessPolicy(operation = "referral.history", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM, Role.SUPERVISOR}, parts = Part.REFERRAL, relations = {
                    Relation.HOME_AGENCY, Relation.GRANT}, purpose = PurposeOfUse.COC)
    public Page<HistoryView> history(UUID referralId, @BeanParam PageRequest page) {
        return referrals.history(referralId, page);
    }

    /** What was tried for the same client and category, this referral included, the oldest first: not to be offered again. */
    @GET
    @Path("{referralId}/tried")
    @AccessPolicy(operation = "referral.tried", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public Page<ReferralSummary> tried(UUID referralId, @BeanParam PageRequest page) {
        return referrals.tried(referralId, page);
    }

    /** Sends it. 409 {@code consent-missing} says in {@code missing} what no consent covers; nothing is sent then. */
    @POST
    @Path("{referralId}/request")
    @AccessPolicy(operation = "referral.request", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> request(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.request(referralId, ifMatch));
    }

    /** Takes a place of the service; 409 {@code capacity-exhausted} when none is left. Of a scheduled one: takes back the appointment. */
    @POST
    @Path("{referralId}/accept")
    @AccessPolicy(operation = "referral.accept", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> accept(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.accept(referralId, ifMatch));
    }

    @POST
    @Path("{referralId}/decline")
    @AccessPolicy(operation = "referral.decline", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> decline(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndReferral body) {
        return Etag.ok(commands.decline(referralId, ifMatch, body));
    }

    /** Asks the client to wait; starts the response promise anew. */
    @POST
    @Path("{referralId}/waitlist")
    @AccessPolicy(operation = "referral.waitlist", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> waitlist(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.waitlist(referralId, ifMatch));
    }

    /** Says that the client still waits: starts the response promise anew and leaves the place in the waiting list. */
    @POST
    @Path("{referralId}/keep-waiting")
    @AccessPolicy(operation = "referral.keep-waiting", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> keepWaiting(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.keepWaiting(referralId, ifMatch));
    }

    @POST
    @Path("{referralId}/schedule")
    @AccessPolicy(operation = "referral.schedule", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> schedule(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MakeAppointment body) {
        return Etag.ok(commands.schedule(referralId, ifMatch, body));
    }

    /** Another time for an appointment that was made. */
    @POST
    @Path("{referralId}/reschedule")
    @AccessPolicy(operation = "referral.reschedule", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> reschedule(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MakeAppointment body) {
        return Etag.ok(commands.reschedule(referralId, ifMatch, body));
    }

    /** The client did not come: ends it as unsuccessful with the reason {@code did-not-come}, once the time has come. */
    @POST
    @Path("{referralId}/no-show")
    @AccessPolicy(operation = "referral.no-show", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> noShow(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.noShow(referralId, ifMatch));
    }

    /**
     * Passes it on to another agency's service, if the client's consent names that agency: 409 {@code consent-missing}, without
     * more, if none does. The answer is this referral, with
     * the new one in {@code forwardedTo}; from now on this one follows that one, and when that one ends without help, this one
     * is in the queue {@code returned}.
     */
    @POST
    @Path("{referralId}/forward")
    @AccessPolicy(operation = "referral.forward", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> forward(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ForwardReferral body) {
        return Etag.ok(forwards.forward(referralId, ifMatch, body));
    }

    /** Passes responsibility on the caller's side to a worker who has worked on a referral of the agency before, or to the caller. */
    @POST
    @Path("{referralId}/assign")
    @AccessPolicy(operation = "referral.assign", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {
                    Relation.HOME_AGENCY, Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> assign(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssignWorker body) {
        return Etag.ok(commands.assign(referralId, ifMatch, body));
    }

    @POST
    @Path("{referralId}/start")
    @AccessPolicy(operation = "referral.start", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> start(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.start(referralId, ifMatch));
    }

    @POST
    @Path("{referralId}/hold")
    @AccessPolicy(operation = "referral.hold", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> hold(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.hold(referralId, ifMatch));
    }

    @POST
    @Path("{referralId}/resume")
    @AccessPolicy(operation = "referral.resume", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> resume(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.resume(referralId, ifMatch));
    }

    @POST
    @Path("{referralId}/complete")
    @AccessPolicy(operation = "referral.complete", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> complete(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CompleteReferral body) {
        return Etag.ok(commands.complete(referralId, ifMatch, body));
    }

    /** Ends what was accepted or waited for without the service; the provider's result is then {@code none}. */
    @POST
    @Path("{referralId}/unsuccessful")
    @AccessPolicy(operation = "referral.unsuccessful", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> unsuccessful(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndReferral body) {
        return Etag.ok(commands.unsuccessful(referralId, ifMatch, body));
    }

    /** Either side may, with the roles of its side. */
    @POST
    @Path("{referralId}/cancel")
    @AccessPolicy(operation = "referral.cancel", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {
                    Relation.HOME_AGENCY, Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> cancel(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndReferral body) {
        return Etag.ok(commands.cancel(referralId, ifMatch, body));
    }

    @POST
    @Path("{referralId}/enter-in-error")
    @AccessPolicy(operation = "referral.enter-in-error", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> enterInError(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(commands.enterInError(referralId, ifMatch));
    }

    /**
     * Nobody else is asked: takes it from the queue {@code needs-next-match}, with a reason. Possible where {@code next-match} is
     * offered, which is so no longer then; a new referral for the need may be drafted all the same, and comes into the queue by
     * itself.
     */
    @POST
    @Path("{referralId}/end-search")
    @AccessPolicy(operation = "referral.end-search", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> endSearch(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndSearch body) {
        return Etag.ok(commands.endSearch(referralId, ifMatch, body));
    }

    /** What the client says came of it, from acceptance on. Closes the loop together with the provider's result. */
    @POST
    @Path("{referralId}/client-view")
    @AccessPolicy(operation = "referral.client-view", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {Relation.HOME_AGENCY,
                    Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<ReferralView> clientView(UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RecordClientView body) {
        return Etag.ok(commands.recordClientView(referralId, ifMatch, body));
    }

    private static Direction direction(String role) {
        return Coded.of(Direction.class, role).orElseThrow(() -> Problem.unknownCode("query:role",
                Arrays.stream(Direction.values()).map(Coded::code).toList()));
    }

    private static Queue.Filter filter(Direction direction, String status, String queue) {
        Queue.Filter filter = queue == null ? Queue.Filter.ALL : Queue.of(direction, queue).filter(direction);
        return status == null ? filter : filter.in(status(status));
    }

    private static ReferralStatus status(String code) {
        return Coded.of(ReferralStatus.class, code).orElseThrow(() -> Problem.unknownCode("query:status",
                Arrays.stream(ReferralStatus.values()).map(Coded::code).toList()));
    }
}
