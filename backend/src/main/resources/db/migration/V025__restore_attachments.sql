-- A deleted file can be restored for an hour. The retention job deletes it after that.
alter table attachment add column deleted_at timestamptz;
create index attachment_deleted_idx on attachment (deleted_at) where deleted_at is not null;
