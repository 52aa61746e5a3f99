-- A partner must not learn from an invitation whether another company knows an address: it is unique within a company.
drop index app_user_email_key;
create unique index app_user_email_key on app_user (lower(email), partner_id) nulls not distinct where email is not null;
