-- When a partner can be expected to work: answer times of tiers that name a calendar run only then.
create table calendar (
    id         uuid primary key,
    name       text not null constraint calendar_name_key unique constraint calendar_name_check check (length(btrim(name)) between 1 and 100),
    time_zone  text not null constraint calendar_time_zone_check check (now() at time zone time_zone is not null),
    version    bigint not null
);
create table calendar_hours (
    calendar_id  uuid not null constraint calendar_hours_calendar_fkey references calendar,
    day          text not null constraint calendar_hours_day_check check (day in
                     ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    opens        text not null constraint calendar_hours_opens_check check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    closes       text not null constraint calendar_hours_closes_check check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    primary key (calendar_id, day),
    constraint calendar_hours_order_check check (opens < closes)
);
create table calendar_holiday (
    calendar_id  uuid not null constraint calendar_holiday_calendar_fkey references calendar,
    day          date not null,
    name         text not null constraint calendar_holiday_name_check check (length(btrim(name)) between 1 and 100),
    primary key (calendar_id, day)
);
alter table tier
    add column calendar_id uuid constraint tier_calendar_fkey references calendar,
    add column version bigint not null default 0;
create trigger audited after insert or update or delete on calendar for each row execute function record_change('id');
create trigger audited after insert or update or delete on calendar_hours for each row execute function record_change('calendar_id');
create trigger audited after insert or update or delete on calendar_holiday for each row execute function record_change('calendar_id');
