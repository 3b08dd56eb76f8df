-- A bundle is read by its id.
create index referral_bundle on referral (bundle_id) where bundle_id is not null;
