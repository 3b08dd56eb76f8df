package org.alongside.referral.referral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.alongside.kit.state.State;

/**
 * Life of a referral, who moves it where, and what it is as a FHIR Task.
 *
 * @see <a href="http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-TaskForReferralManagement">SDOHCC Task for
 *      Referral Management</a>
 */
public enum ReferralStatus implements State<ReferralStatus> {

    DRAFT("draft", Side.SENDER),
    REQUESTED("requested", Side.SENDER),
    WAITLISTED("on-hold", Side.RECEIVER),
    ACCEPTED("accepted", Side.RECEIVER),
    /** In FHIR an accepted task with an appointment. */
    SCHEDULED("accepted", Side.RECEIVER),
    IN_PROGRESS("in-progress", Side.RECEIVER),
    ON_HOLD("on-hold", Side.RECEIVER),
    COMPLETED("completed", Side.RECEIVER),
    DECLINED("rejected", Side.RECEIVER),
    /** Accepted and yet no service, for example because nobody came. */
    UNSUCCESSFUL("failed", Side.RECEIVER),
    /** By the service as well, when the consent did not hold, or has ended, or what it was forwarded from has. */
    CANCELLED("cancelled", Side.SENDER, Side.RECEIVER),
    /** No answer within the promised time. */
    EXPIRED("cancelled", Side.CLOCK),
    ENTERED_IN_ERROR("entered-in-error", Side.SENDER);

    /** Not final. */
    static final Set<ReferralStatus> GOING_ON = Arrays.stream(values()).filter(status -> !status.isFinal())
            .collect(Collectors.toUnmodifiableSet());

    /** Ended, and whoever asked may ask elsewhere. */
    static final Set<ReferralStatus> WITHOUT_HELP = Set.of(DECLINED, EXPIRED, UNSUCCESSFUL, CANCELLED);

    /** Going on, and seen by both sides. */
    static final Set<ReferralStatus> SHARED = GOING_ON.stream().filter(status -> status != DRAFT)
            .collect(Collectors.toUnmodifiableSet());

    private final String fhirTaskStatus;
    private final Set<Side> setBy;

    ReferralStatus(String fhirTaskStatus, Side... setBy) {
        this.fhirTaskStatus = fhirTaskStatus;
        this.setBy = Set.of(setBy);
    }

    @Override
    public Set<ReferralStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(REQUESTED, CANCELLED, ENTERED_IN_ERROR);
            case REQUESTED -> EnumSet.of(ACCEPTED, DECLINED, WAITLISTED, CANCELLED, EXPIRED, ENTERED_IN_ERROR);
            case WAITLISTED -> EnumSet.of(ACCEPTED, DECLINED, CANCELLED, UNSUCCESSFUL, EXPIRED, ENTERED_IN_ERROR);
            case ACCEPTED -> EnumSet.of(SCHEDULED, IN_PROGRESS, ON_HOLD, COMPLETED, UNSUCCESSFUL, CANCELLED,
                    ENTERED_IN_ERROR);
            case SCHEDULED -> EnumSet.of(IN_PROGRESS, ACCEPTED, UNSUCCESSFUL, CANCELLED, ENTERED_IN_ERROR);
            case IN_PROGRESS -> EnumSet.of(ON_HOLD, COMPLETED, UNSUCCESSFUL, CANCELLED, ENTERED_IN_ERROR);
            case ON_HOLD -> EnumSet.of(IN_PROGRESS, COMPLETED, UNSUCCESSFUL, CANCELLED, ENTERED_IN_ERROR);
            case COMPLETED, DECLINED, UNSUCCESSFUL, CANCELLED, EXPIRED, ENTERED_IN_ERROR -> EnumSet.noneOf(
                    ReferralStatus.class);
        };
    }

    /** Who may move a referral into this status by a command, or the clock. */
    public Set<Side> setBy() {
        return setBy;
    }

    /** Code of FHIR R4 Task.status. */
    public String fhirTaskStatus() {
        return fhirTaskStatus;
    }
}
