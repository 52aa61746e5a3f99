-- Invitations are sent by mail. The mail has a link of its own, whose token is created when the mail is sent, so no token is ever stored.
alter table invitation
    add column mailed_token_hash  text constraint invitation_mailed_token_key unique,
    add column revoked_at         timestamptz;
create index invitation_user_idx on invitation (user_id);

-- A mail contains a notification or an invitation.
alter table mail
    alter column notification_id drop not null,
    add column invitation_id uuid constraint mail_invitation_key unique
        constraint mail_invitation_fkey references invitation on delete cascade,
    add constraint mail_content_check check (num_nonnulls(notification_id, invitation_id) = 1);
