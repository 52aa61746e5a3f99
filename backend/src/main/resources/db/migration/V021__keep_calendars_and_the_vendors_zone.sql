-- A day may have several business hours, which may end at 24:00 or on the next day.
alter table calendar_hours
    drop constraint calendar_hours_pkey,
    add primary key (calendar_id, day, opens),
    drop constraint calendar_hours_closes_check,
    add constraint calendar_hours_closes_check check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
    drop constraint calendar_hours_order_check,
    add constraint calendar_hours_length_check check (opens <> closes);

-- A holiday with hours is a short day, and may have several.
alter table calendar_holiday
    add column opens text constraint calendar_holiday_opens_check check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    add column closes text constraint calendar_holiday_closes_check check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
    add constraint calendar_holiday_hours_check check ((opens is null) = (closes is null)),
    add constraint calendar_holiday_length_check check (opens <> closes),
    drop constraint calendar_holiday_pkey,
    -- A day is either closed or has hours.
    add constraint calendar_holiday_closed_check exclude using gist
        (calendar_id with =, day with =, (case when opens is null then 0 else 1 end) with <>),
    add constraint calendar_holiday_day_key unique nulls not distinct (calendar_id, day, opens);

-- Where the vendor's days and years begin.
alter table policy add column time_zone text not null default 'UTC' constraint policy_time_zone_check check (now() at time zone time_zone is not null);
alter table policy alter column time_zone drop default;
