package org.alongside.referral.clientdata.api;

import java.util.List;

import org.alongside.referral.history.api.HistoryView;
import org.alongside.referral.message.api.MessageView;
import org.alongside.referral.referral.api.ReferralView;

/**
 * All of one referral.
 *
 * @param history  every step of it
 * @param messages between the two agencies; none where the client's home agency is neither of them
 */
public record ReferralWithHistory(ReferralView referral, List<HistoryView> history, List<MessageView> messages) {}
