create table distribution (
    id              uuid primary key,
    opportunity_id  uuid not null constraint distribution_opportunity_fkey references opportunity,
    partner_id      uuid not null constraint distribution_partner_fkey references partner,
    status          text not null constraint distribution_status_check check (status in
                        ('DELIVERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'RETURNED', 'REVOKED', 'COMPLETED')),
    message         text,
    delivered_by    uuid constraint distribution_delivered_by_fkey references app_user,
    delivered_at    timestamptz not null,
    answer_by       timestamptz not null,
    answered_by     uuid constraint distribution_answered_by_fkey references app_user,
    answered_at     timestamptz,
    ended_at        timestamptz,
    reason_code     text,
    reason          text,
    version         bigint not null,
    constraint distribution_clock_check check (answer_by > delivered_at),
    constraint distribution_answer_check check (status not in ('ACCEPTED', 'DECLINED') or answered_at is not null),
    constraint distribution_decline_check check (status <> 'DECLINED' or reason_code is not null)
);
-- One offer, or one partner at work, at a time.
create unique index distribution_open_key on distribution (opportunity_id) where status in ('DELIVERED', 'ACCEPTED');
create index distribution_opportunity_idx on distribution (opportunity_id, delivered_at);
create index distribution_partner_idx on distribution (partner_id, delivered_at desc);
create index distribution_due_idx on distribution (answer_by) where status = 'DELIVERED';

alter table opportunity add constraint opportunity_distribution_fkey
    foreign key (distribution_id) references distribution deferrable initially deferred;
