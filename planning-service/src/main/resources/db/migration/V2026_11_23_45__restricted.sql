select hide_restricted('client_case');
select hide_restricted('need');
select hide_restricted('referral_state');
select hide_restricted('agreement');
select hide_restricted('goal');
select hide_restricted('step');
