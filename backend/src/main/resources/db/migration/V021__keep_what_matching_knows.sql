-- Matching keeps what it knows of the partners in memory, and asks here whether that is still so.
drop function matching_facts(uuid, date, timestamptz);
create function partners_are_as_of() returns text language sql stable
    return (select concat_ws(' ', (select count(*) || ' ' || coalesce(sum(version), 0) from partner),
                             (select count(*) || ' ' || coalesce(sum(version), 0) from tier),
                             (select count(*) || ' ' || coalesce(max(counted_at)::text, '') from partner_standing)));
