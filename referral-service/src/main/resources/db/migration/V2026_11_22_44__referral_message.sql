-- What the two agencies write to each other about a referral; the text is sealed under the client's own key.
create table referral_message (
    id          uuid        primary key,
    referral_id uuid        not null references referral (id),
    -- of the referral, where an intermediary forwarded it: the intermediary sees both by its grant for the parent
    parent_id   uuid,
    client_id   uuid        not null,
    home_agency uuid        not null,
    -- of the author
    agency      uuid        not null,
    -- the other one at that time: who takes the place of either later does not read what was written before
    addressee   uuid        not null,
    side        text        not null,
    author      text        not null,
    text        bytea       not null,
    sent_at     timestamptz not null,
    version     bigint      not null
);
create index referral_message_referral on referral_message (referral_id, id);

alter table referral_message enable row level security;
alter table referral_message force row level security;

-- Row-level security of referral decides inside: to whom only the fact of the referral is left, no message is.
create policy visible on referral_message for select to ${app}
    using (access_open() and acting_agency() in (agency, addressee)
           and exists (select 1 from referral r where r.id = referral_message.referral_id));
create policy sent on referral_message for insert to ${app}
    with check (access_open() and agency = acting_agency() and exists (select 1 from referral r
        where r.id = referral_message.referral_id and r.client_id = referral_message.client_id
          and (agency, addressee) in ((r.sender, r.recipient), (r.recipient, r.sender))));

grant select, insert on referral_message to ${app};
