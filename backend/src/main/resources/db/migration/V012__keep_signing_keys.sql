-- The keys that sign access tokens, shared by all instances. The private half can be read only with the installation's secret.
create table signing_key (
    id              uuid primary key,
    public_key      text not null,
    private_key     bytea not null,
    created_at      timestamptz not null,
    signs_from      timestamptz not null,
    verifies_until  timestamptz,
    revoked_at      timestamptz,
    version         bigint not null,
    constraint signing_key_order_check check (signs_from >= created_at)
);
alter table signing_key enable row level security;
alter table signing_key force row level security;
create policy the_system on signing_key using ((select caller_side()) = 'SYSTEM');
create policy anonymous_access on signing_key using ((select caller_side()) = 'ANONYMOUS');
create policy the_vendor on signing_key using ((select caller_side()) = 'VENDOR');
