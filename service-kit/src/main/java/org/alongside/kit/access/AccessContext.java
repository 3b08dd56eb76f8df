package org.alongside.kit.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.time.Ids;

/** The access of the current request or job: who, which operation, what was disclosed so far and what of it is committed. */
@RequestScoped
public class AccessContext {

    private final UUID accessId = Ids.next();
    private Login login = Login.APP;
    private Caller caller;
    private Operation operation;
    private Capture capture;
    private Capture committed = new Capture();
    private final Map<String, UUID> asked = new LinkedHashMap<>();
    private boolean recorded;

    /** Names this access towards the caller, in header {@code Alongside-Access-Id}, and in every access event it makes. */
    public UUID accessId() {
        return accessId;
    }

    public Caller caller() {
        return caller;
    }

    /** Purpose stated by the caller, else the operation's default. */
    public PurposeOfUse purpose() {
        return caller.purpose() == null ? operation.purpose() : caller.purpose();
    }

    Login login() {
        return login;
    }

    Operation operation() {
        return operation;
    }

    Capture capture() {
        if (capture == null) {
            throw new IllegalStateException(
                    "No access context is open. Client data is read only inside @AccessPolicy or @SystemWork methods.");
        }
        return capture;
    }

    Capture committed() {
        return committed;
    }

    /** Whether the refusal of this request already stands in the log. */
    boolean isRecorded() {
        return recorded;
    }

    void recorded() {
        recorded = true;
    }

    /** Ids asked for in the body and not visible; those in the path are known anyway. */
    Map<String, UUID> asked() {
        return asked;
    }

    void enter(Caller who, Operation what) {
        caller = who;
        operation = what;
    }

    void open(Login as) {
        login = as;
        capture = new Capture();
    }

    /** Ends the context after its transaction; only what was committed may leave the service. */
    Capture close(boolean successful) {
        Capture ended = capture;
        capture = null;
        login = Login.APP;
        if (successful) {
            committed = ended;
        }
        return ended;
    }
}
