package org.alongside.referral.clientdata.api;

import static java.util.stream.Stream.concat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.clientdata.ClientData;
import org.alongside.referral.openreferral.api.OwnOpenReferral;

/** Everything that referral-service holds about a client, by all records of the person. */
public record ReferralData(String format, UUID clientId, UUID homeAgency, Instant exportedAt,
        List<ReferralWithHistory> referrals, List<OwnOpenReferral> openReferrals) implements ClientData {

    public static final String FORMAT = "org.alongside.referral-data.v1";

    @Override
    public List<DisclosedView> views() {
        Stream<DisclosedView> ofReferrals = referrals.stream().flatMap(one -> Stream.of(Stream.of(one.referral()),
                one.history().stream(), one.messages().stream()).flatMap(views -> views));
        return ClientData.views(concat(ofReferrals, openReferrals.stream().map(OwnOpenReferral::openReferral)));
    }
}
