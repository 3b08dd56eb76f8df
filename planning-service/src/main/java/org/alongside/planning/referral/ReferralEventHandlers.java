package org.alongside.planning.referral;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** Every event of a referral carries its whole state, so all are taken alike. */
final class ReferralEventHandlers {

    private ReferralEventHandlers() {}

    @ApplicationScoped
    static class Requested implements EventHandler {

        private final Referrals referrals;
        private final EventSchemas schemas;

        Requested(Referrals referrals, EventSchemas schemas) {
            this.referrals = referrals;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.referral.referral.requested.v1";
        }

        @Override
        public void handle(Event event) {
            referrals.take(schemas.read(event, ReferralTold.class));
        }
    }

    @ApplicationScoped
    static class Moved implements EventHandler {

        private final Referrals referrals;
        private final EventSchemas schemas;

        Moved(Referrals referrals, EventSchemas schemas) {
            this.referrals = referrals;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.referral.referral.moved.v1";
        }

        @Override
        public void handle(Event event) {
            referrals.take(schemas.read(event, ReferralTold.class));
        }
    }

    /** The need that a referral is for comes to it when its home agency takes an intermediary's place. */
    @ApplicationScoped
    static class Changed implements EventHandler {

        private final Referrals referrals;
        private final EventSchemas schemas;

        Changed(Referrals referrals, EventSchemas schemas) {
            this.referrals = referrals;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.referral.referral.changed.v1";
        }

        @Override
        public void handle(Event event) {
            referrals.take(schemas.read(event, ReferralTold.class));
        }
    }

    @ApplicationScoped
    static class ClientViewRecorded implements EventHandler {

        private final Referrals referrals;
        private final EventSchemas schemas;

        ClientViewRecorded(Referrals referrals, EventSchemas schemas) {
            this.referrals = referrals;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.referral.referral.client-view-recorded.v1";
        }

        @Override
        public void handle(Event event) {
            referrals.take(schemas.read(event, ReferralTold.class));
        }
    }
}
