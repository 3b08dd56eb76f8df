package org.alongside.referral.report;

import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.alongside.referral.referral.Referrals.grantTo;
import static org.alongside.referral.referral.Referrals.read;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.alongside.referral.referral.Referrals;

/** Sends referrals of one category for one client, and lets both sides go on with them by a script. */
final class Scripts {

    private static final List<String> OF_SENDER = List.of("client-view", "enter-in-error");
    private static final Map<UUID, UUID> SERVICE = Map.of(Tokens.LEGAL_AID, Directory.TENANT_ADVICE_LINE,
            Tokens.HOUSING, Directory.STREET_OUTREACH);
    private static final Map<UUID, String> RECEIVER = Map.of(Tokens.LEGAL_AID, Referrals.RECEIVER, Tokens.HOUSING,
            Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER));
    private static final Map<String, String> BODY = Map.of("complete", "{\"providerResult\": \"%s\"}", "client-view",
            "{\"result\": \"%s\"}");

    private final String category;
    private final UUID client = Referrals.client();

    Scripts(String category) {
        this.category = category;
        consent(client, Map.of("recipients", List.of(Tokens.LEGAL_AID, Tokens.HOUSING), "categories",
                List.of(category)));
    }

    UUID client() {
        return client;
    }

    /** @param commands such as {@code accept}, {@code decline:no-funds}, {@code complete:partly}, {@code client-view:met} */
    String refer(UUID agency, String... commands) {
        String body = Referrals.body(client, SERVICE.get(agency), "Please.").replace("legal-aid", category);
        String referral = as(SENDER).body(body).post("/v1/referrals").then().statusCode(201).extract()
                .path("referralId");
        command(SENDER, referral, "request").statusCode(200);
        grantTo(agency, referral, client);
        Referrals.await("the referral at the recipient",
                () -> read(RECEIVER.get(agency), referral).extract().statusCode() == 200);
        goOn(agency, referral, commands);
        return referral;
    }

    void goOn(UUID agency, String referral, String... commands) {
        for (String each : commands) {
            String[] parts = each.split(":");
            String token = OF_SENDER.contains(parts[0]) ? SENDER : RECEIVER.get(agency);
            String body = parts.length == 1
                    ? ""
                    : BODY.getOrDefault(parts[0], "{\"reason\": \"%s\"}").formatted(parts[1]);
            command(token, referral, parts[0], body).statusCode(200);
        }
    }

    void refer(int times, UUID agency, String... commands) {
        for (int i = 0; i < times; i++) {
            refer(agency, commands);
        }
    }
}
