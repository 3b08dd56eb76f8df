package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** A frontend shows the buttons that {@code allowedActions} names: each of them works then, and no other would have. */
@QuarkusTest
class AllowedActionsTest {

    private static final String END = "{\"reason\": \"no-funds\"}";

    /** Every command of the API with a body that is right; whom to assign depends on the side. */
    private static final Map<String, String> COMMANDS = new TreeMap<>(Map.ofEntries(Map.entry("request", ""),
            Map.entry("accept", ""), Map.entry("decline", END), Map.entry("waitlist", ""),
            Map.entry("keep-waiting", ""),
            Map.entry("schedule", Referrals.appointment(3)), Map.entry("start", ""), Map.entry("hold", ""),
            Map.entry("resume", ""), Map.entry("complete", "{\"providerResult\": \"partly\"}"),
            Map.entry("unsuccessful", END), Map.entry("cancel", END), Map.entry("enter-in-error", ""),
            Map.entry("reschedule", Referrals.appointment(4)), Map.entry("no-show", ""),
            Map.entry("assign", ""),
            Map.entry("forward", "{\"serviceId\": \"" + Directory.STREET_OUTREACH + "\", \"message\": \"Help.\"}"),
            Map.entry("messages", "{\"text\": \"Hello.\"}"),
            Map.entry("end-search", "{\"reason\": \"tried-all\"}"),
            Map.entry("client-view", "{\"result\": \"met\"}")));

    private static final Set<String> REFUSALS = Set.of("urn:alongside:problem:conflicting-state",
            "urn:alongside:problem:not-permitted");

    private final Map<String, UUID> colleagues = new HashMap<>();
    private String referral;

    @BeforeEach
    void aReferralThatBothSee() {
        INTAKE.beat();
        colleagues.put(SENDER, Referrals.senders().get(0));
        colleagues.put(RECEIVER, Referrals.receivers().get(0));
        referral = received(client(), Directory.TENANT_ADVICE_LINE);
    }

    @Test
    void inEachStatusEachSideIsOfferedExactlyWhatIsNotRefusedThen() throws SQLException {
        for (ReferralStatus status : ReferralStatus.values()) {
            sameAsPossible(status, SENDER);
            if (status != ReferralStatus.DRAFT) {
                sameAsPossible(status, RECEIVER);
            }
        }
    }

    @Test
    void whoHasNoRoleOfItsSideIsOfferedNothing() throws SQLException {
        for (ReferralStatus status : ReferralStatus.values()) {
            put(status);
            String receiverAtSender = Tokens.token(Tokens.FAMILY_SERVICES, Role.RECEIVING_WORKER);
            assertEquals(Set.of(), offered(receiverAtSender), status.code());
            assertEquals(Set.of(), offered(Tokens.token(Tokens.LEGAL_AID, Role.SUPERVISOR)), status.code());
        }
    }

    @Test
    void theListOffersTheSame() throws SQLException {
        for (ReferralStatus status : ReferralStatus.values()) {
            put(status);
            ExtractableResponse<Response> sent = as(SENDER)
                    .get("/v1/referrals?role=sent&limit=200&status=" + status.code()).then().extract();
            assertEquals(offered(SENDER), new HashSet<>(sent.path(
                    "items.find { it.referralId == '" + referral + "' }.allowedActions")), status.code());
        }
    }

    private void sameAsPossible(ReferralStatus status, String who) throws SQLException {
        put(status);
        Set<String> offered = new TreeSet<>(offered(who));
        offered.remove("next-match");
        Set<String> possible = new TreeSet<>();
        for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
            put(status);
            String body = command.getKey().equals("assign")
                    ? "{\"worker\": \"" + colleagues.get(who) + "\"}"
                    : command.getValue();
            ExtractableResponse<Response> answer = command(who, referral, command.getKey(), body).extract();
            if (!REFUSALS.contains(String.valueOf(answer.<String>path("type")))) {
                possible.add(command.getKey().equals("messages") ? "message" : command.getKey());
            }
        }
        assertEquals(possible, offered, status + " to the " + (who.equals(SENDER) ? "sender" : "receiver"));
    }

    private Set<String> offered(String who) {
        return new HashSet<>(read(who, referral).statusCode(200).extract().path("allowedActions"));
    }

    /** Past the service, as if it had come there by the shortest way. */
    private void put(ReferralStatus status) throws SQLException {
        Set<ReferralStatus> accepted = Set.of(ReferralStatus.ACCEPTED, ReferralStatus.SCHEDULED,
                ReferralStatus.IN_PROGRESS, ReferralStatus.ON_HOLD, ReferralStatus.COMPLETED);
        DATABASE.run("""
                update referral set status = ?, version = version + 1, reason = null, search_ended = null,
                       accepted_at = case when ? then now() end,
                       sender_worker = null, receiver_worker = null,
                       scheduled_at = case when ? = 'scheduled' then now() - interval '1 minute' end,
                       time_zone = case when ? = 'scheduled' then 'Europe/Vienna' end
                 where id = ?::uuid""", status.code(), accepted.contains(status), status.code(), status.code(),
                referral);
    }
}
