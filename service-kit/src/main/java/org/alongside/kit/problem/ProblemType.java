package org.alongside.kit.problem;

import java.net.URI;

/**
 * Every way in which a request can be answered with an error. Clients switch on {@link #code()}, never on the wording.
 * {@code docs/problems.md} is written from this list.
 */
public enum ProblemType {

    MALFORMED_JSON("malformed-json", 400, "The body is not well-formed JSON",
            "The body could not be read as JSON in UTF-8, has a key twice, or is nested or long beyond the limits.",
            "Correct the body; `line` and `column` say where reading stopped."),
    INVALID_INPUT("invalid-input", 400, "The input is not valid", "One or more values break a rule of the operation.",
            "Correct the fields named in `violations`."),
    UNKNOWN_FIELD("unknown-field", 400, "The body has a field the operation does not know",
            "A field was sent that the schema of the body does not have.",
            "Remove or rename the field named in `violations`."),
    UNKNOWN_CODE("unknown-code", 400, "A code is not in its value set", "A coded field holds a code that is not known.",
            "Use one of the codes listed in `allowed`."),
    NOT_AUTHENTICATED("not-authenticated", 401, "No valid access token",
            "The request carries no access token, or one that is expired, not for this API or not to be trusted.",
            "Get an access token from the identity provider and send it as `Authorization: Bearer`."),
    FRESH_LOGIN_REQUIRED("fresh-login-required", 401, "Log in anew",
            "The operation wants a login of the last minutes; the token is of an older one, or does not say when the login was.",
            "Let the person log in again (authorization request with `prompt=login` or `max_age`), and send the new token."
                    + " `maxAge` says how many seconds old the login may be."),
    NOT_PERMITTED("not-permitted", 403, "Your role does not permit this",
            "The caller is known but the operation is not open to the caller's role, agency or purpose.",
            "Ask an administrator of your agency for the role that the operation's documentation names."),
    NOT_FOUND("not-found", 404, "There is nothing here for you",
            "Nothing with this address exists, or it exists and is not visible to the caller: the answer is the same.",
            "Check the address, and whether your agency still has a grant."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The address does not take this method",
            "The address exists but not for the HTTP method that was used.",
            "Use one of the methods that the API documents for the address."),
    NOT_ACCEPTABLE("not-acceptable", 406, "The asked media type is not available",
            "None of the media types of the `Accept` header can be produced.",
            "Ask for one of the media types that the operation documents."),
    CONFLICTING_STATE("conflicting-state", 409, "The present state does not allow this",
            "The command is right in itself but not in the state the resource is in, or it would make a double.",
            "Read the resource again and decide anew."),
    CLIENT_MERGED("client-merged", 409, "The client's record goes on in another one",
            "The record was merged into another one of the same person: nothing new begins under it.",
            "Use the client named in `replacedBy`; what was begun under this one goes on as it is."),
    CONSENT_MISSING("consent-missing", 409, "The client's consent does not cover this",
            "No active consent names the recipient and the parts of the data that would be shared.",
            "The home agency records a consent that covers what `missing` lists; then send the request again. Other agencies"
                    + " are not told what is missing: ask the home agency."),
    CAPACITY_EXHAUSTED("capacity-exhausted", 409, "No place is left", "The service has no open capacity.",
            "Put the referral on the waiting list, or wait until a place is given back."),
    CASELOAD_FULL("caseload-full", 409, "The worker has as much as one may be given",
            "With this case the worker's cases would weigh more than the agency's limit.",
            "Choose another worker, or let a supervisor say in `overrideReason` why this one is given more."),
    CONFLICT_OF_INTEREST("conflict-of-interest", 409, "The worker stands close to the client outside work",
            "A conflict of interest is declared for this worker and this client. It keeps the worker out of the case.",
            "Choose another worker."),
    CLOSURE_INCOMPLETE("closure-incomplete", 409, "The ending is not whole",
            "A case is closed with the client's gains, an honest reason, the client's confidence, a contact of the open door and a"
                    + " day to check in; an ending that comes from the agency with a handover too.",
            "Write what `missing` lists together with the client, then complete the ending."),
    REFERRALS_OPEN("referrals-open", 409, "Referrals of the client have no end yet",
            "A case is closed only by somebody who knows which referrals go on.",
            "Look at the referrals in `openReferrals`: end them, or name exactly these in `openReferrals` of the request; they go on."),
    STEP_WAITS("step-waits", 409, "The step waits for other steps", "Steps that have to come first are not over yet.",
            "Finish or skip the steps in `waitingFor`, or take them out of what the step depends on."),
    NOT_SEALED_YET("not-sealed-yet", 409, "No checkpoint covers the entry yet",
            "The entry is in the access log, but the log has not signed a checkpoint since it came in.",
            "Ask again after a second."),
    IDEMPOTENCY_KEY_IN_PROGRESS("idempotency-key-in-progress", 409, "The first request with this key is still running",
            "Another request with the same `Idempotency-Key` has not finished yet.",
            "Send the same request with the same key again after a moment."),
    CHANGES_NOT_KEPT("changes-not-kept", 410, "What came then is no longer kept",
            "The cursor or time lies before the oldest change that is still kept: some may be missing after it.",
            "List the resources themselves once, note the time at which you began, and follow the feed from there."),
    PRECONDITION_FAILED("precondition-failed", 412, "The resource has changed since you read it",
            "The version in `If-Match` is not the present one.",
            "Read the resource again, repeat the change on it and send its new `ETag` in `If-Match`."),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large", "The body is longer than the service takes.",
            "Send less at once."),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type of the body is not supported",
            "The `Content-Type` header is missing or names a type that the operation does not take.",
            "Send the body in a media type that the operation documents."),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The key was used for another request",
            "An earlier request with the same `Idempotency-Key` had another body.",
            "Use a new key for each new request, the same key only to repeat one."),
    DEPENDENCY_CYCLE("dependency-cycle", 422, "Steps would wait for one another in a circle",
            "With these dependencies the step would wait, by way of others, for itself, and none of them could ever begin.",
            "Leave out one of the links of `cycle`: each of its steps waits for the next, the last for the first."),
    PRECONDITION_REQUIRED("precondition-required", 428, "State which version you change",
            "A change needs the `If-Match` header, so that nobody overwrites what they have not seen.",
            "Read the resource and send its `ETag` in `If-Match`."),
    TOO_MANY_EMERGENCY_ACCESSES("too-many-emergency-accesses", 429, "Too many emergencies within an hour",
            "The worker has opened as many clients by emergency access within the last hour as one may.",
            "Ask a colleague or the clients' home agency."),
    AUDIT_UNAVAILABLE("audit-unavailable", 503, "The access cannot be recorded",
            "Client data is not given out because the access to it could not be written to the access log.",
            "Try again after the seconds in `Retry-After`; no data was changed."),
    STORE_UNAVAILABLE("store-unavailable", 503, "The data store does not answer",
            "The database is down, overloaded, read-only, or the rows are locked for too long.",
            "Try again after the seconds in `Retry-After`; a write may be repeated safely with its `Idempotency-Key`."),
    GRANTS_STALE("grants-stale", 503, "Permissions cannot be checked at present",
            "The request rests on another agency's grant, and the news of revocations is too old to rely on, or it was revoked "
                    + "meanwhile.",
            "Try again after the seconds in `Retry-After`."),
    INTERNAL("internal", 500, "Something went wrong on our side", "A fault in the service; it has been logged.",
            "Tell the operator the `traceId`.");

    private final String code;
    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(String code, int status, String title, String meaning, String remedy) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Kebab-case, stable for ever. */
    public String code() {
        return code;
    }

    /** The {@code type} member of the problem document. */
    public URI uri() {
        return URI.create("urn:alongside:problem:" + code);
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /** The {@code title} member: the same for each occurrence. */
    public String title() {
        return title;
    }

    /** One sentence for the documentation. */
    public String meaning() {
        return meaning;
    }

    /** What the caller can do about it: for the documentation, and the {@code detail} member when there is no other. */
    public String remedy() {
        return remedy;
    }
}
