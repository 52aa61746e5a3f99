-- Whose files they are: of the company of the note's author; of the vendor if empty. Each partner has a limit.
alter table attachment add column partner_id uuid constraint attachment_partner_fkey references partner;
update attachment a
   set partner_id = u.partner_id
  from note n
  join app_user u on u.id = n.author_id
 where n.id = a.note_id and u.partner_id is not null;
create index attachment_partner_idx on attachment (partner_id) include (size) where partner_id is not null;
