create extension if not exists btree_gist;

-- What is left of a company's name when its legal form, its accents, its punctuation and the order of its words are taken away.
create function company_key(name text) returns text language sql immutable strict parallel safe
    return (select coalesce(string_agg(word, ' ' order by word), lower(btrim(name)))
              from (select distinct word
                      from regexp_split_to_table(regexp_replace(translate(lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')),
                               'øłđæœþðı’''.`´"', 'oldeetdi'), '[^[:alnum:]]+', ' ', 'g'), ' +') word) words
             where word <> ''
               and word not in ('ou', 'as', 'mtu', 'sa', 'fie', 'tu', 'uu', 'sia', 'ik', 'uab', 'ab', 'mb', 'vsi', 'ii', 'oy', 'oyj', 'ky', 'ry', 'gmbh', 'ag', 'kg',
                                'co', 'ug', 'mbh', 'ltd', 'limited', 'llc', 'llp', 'plc', 'inc', 'corp', 'corporation', 'company', 'aktsiaselts', 'osauhing',
                                'akciju', 'sabiedriba', 'bendrove', 'uzdaroji', 'akcine', 'osakeyhtio', 'aktiebolag', 'sp', 'z', 'o', 'oo', 'zoo', 'spzoo', 'bv', 'nv', 'sarl',
                                'srl', 'spa', 'aps', 'asa', 'se', 'the', 'and', 'und', 'ja', 'un', 'ir', 'och'));
alter table customer add column name_key text not null generated always as (company_key(name)) stored;
create index customer_name_key_trgm on customer using gin (name_key gin_trgm_ops);
create index customer_vat_number_idx on customer (upper(vat_number)) where vat_number is not null;
create index customer_web_domain_idx on customer (web_domain) where web_domain is not null;
create index customer_web_domain_reverse_idx on customer (reverse(web_domain) collate "C");
-- Who brought it: a partner must not hear that another one, or the vendor, has a customer with this code already.
alter table customer
    add column brought_by uuid constraint customer_brought_by_fkey references partner,
    add column direct boolean not null default false;
update customer c set brought_by = (select a.partner_id from customer_partner a where a.customer_id = c.id and a.since = c.created_at limit 1);
drop index customer_registry_code_key;
create unique index customer_registry_code_key on customer (country, registry_code, brought_by) nulls not distinct where registry_code is not null;
create index customer_brought_by_idx on customer (brought_by) where brought_by is not null;
create index customer_registry_code_idx on customer (registry_code) where registry_code is not null;

-- How long exclusivity lasts for partners of a tier; the installation's usual time where not set.
alter table tier add column exclusivity_days int constraint tier_exclusivity_days_check check (exclusivity_days between 1 and 3650);

create sequence deal_registration_number;
create table deal_registration (
    id                      uuid primary key,
    number                  text not null constraint deal_registration_number_key unique,
    opportunity_id          uuid not null constraint deal_registration_opportunity_fkey references opportunity,
    topic                   text not null,
    customer_id             uuid not null constraint deal_registration_customer_fkey references customer,
    customer_name           text not null,
    partner_id              uuid not null constraint deal_registration_partner_fkey references partner,
    status                  text not null constraint deal_registration_status_check check (status in
                                ('SUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'REVOKED', 'CLOSED')),
    comment                 text,
    submitted_by            uuid not null constraint deal_registration_submitted_by_fkey references app_user,
    submitted_at            timestamptz not null,
    decide_by               timestamptz not null,
    overdue_told            boolean not null default false,
    decided_by              uuid constraint deal_registration_decided_by_fkey references app_user,
    decided_at              timestamptz,
    appealed                boolean not null default false,
    reason_code             text,
    reason                  text,
    requested_fields        text[] not null default '{}',
    exclusive_from          timestamptz,
    exclusive_until         timestamptz,
    remind_at               timestamptz,
    reminded_at             timestamptz,
    extensions              int not null default 0,
    extension_until         timestamptz,
    extension_reason        text,
    extension_requested_by  uuid constraint deal_registration_extension_requested_by_fkey references app_user,
    extension_requested_at  timestamptz,
    version                 bigint not null,
    constraint deal_registration_own_check check (decided_by <> submitted_by),
    constraint deal_registration_exclusive_check check (exclusive_until > exclusive_from and num_nonnulls(exclusive_from, exclusive_until) in (0, 2)),
    constraint deal_registration_approved_check check (status <> 'APPROVED' or exclusive_until is not null),
    constraint deal_registration_reason_check check (status not in ('REJECTED', 'REVOKED') or reason is not null or reason_code is not null),
    constraint deal_registration_extension_check check (num_nonnulls(extension_until, extension_requested_by, extension_requested_at) in (0, 3)
                                                        and (extension_until is null or status = 'APPROVED'))
);
-- One that is open or approved to an opportunity; ended ones are kept.
create unique index deal_registration_open_key on deal_registration (opportunity_id) where status in ('SUBMITTED', 'RETURNED', 'APPROVED');
create index deal_registration_opportunity_idx on deal_registration (opportunity_id, submitted_at desc);
create index deal_registration_partner_idx on deal_registration (partner_id, submitted_at desc, id desc);
create index deal_registration_customer_idx on deal_registration (customer_id);
create index deal_registration_decide_idx on deal_registration (decide_by, id) where status = 'SUBMITTED';
create index deal_registration_until_idx on deal_registration (exclusive_until) where status = 'APPROVED';

-- For which product lines; the time in which they are exclusive is the registration's while it is approved. At no instant do two of one
-- customer and product line overlap, whoever writes it.
create table deal_registration_product_line (
    registration_id  uuid not null constraint deal_registration_product_line_registration_fkey references deal_registration,
    product_line_id  uuid not null constraint deal_registration_product_line_product_line_fkey references product_line,
    customer_id      uuid,
    exclusive        tstzrange,
    primary key (registration_id, product_line_id),
    constraint deal_registration_exclusivity_key exclude using gist (customer_id with =, product_line_id with =, exclusive with &&)
);
create function keep_exclusivity() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'deal_registration' then
        update deal_registration_product_line
           set customer_id = new.customer_id, exclusive = case when new.exclusive_from is not null then tstzrange(new.exclusive_from, new.exclusive_until) end
         where registration_id = new.id;
        return null;
    end if;
    select r.customer_id, case when r.exclusive_from is not null then tstzrange(r.exclusive_from, r.exclusive_until) end
      into new.customer_id, new.exclusive from deal_registration r where r.id = new.registration_id;
    return new;
end $$;
create trigger exclusivity_kept after update of customer_id, exclusive_from, exclusive_until on deal_registration for each row execute function keep_exclusivity();
create trigger exclusivity_kept before insert or update of registration_id, product_line_id on deal_registration_product_line
    for each row execute function keep_exclusivity();

create trigger audited after insert or update or delete on deal_registration for each row execute function record_change('id');
create trigger audited after insert or update or delete on deal_registration_product_line for each row execute function record_change('registration_id');
do $$
declare
    protected text;
begin
    foreach protected in array array['deal_registration', 'deal_registration_product_line'] loop
        execute format('alter table %I enable row level security', protected);
        execute format('alter table %I force row level security', protected);
        execute format('create policy the_system on %I using ((select caller_side()) = ''SYSTEM'')', protected);
        execute format('create policy the_vendor on %I using ((select caller_side()) = ''VENDOR'')', protected);
    end loop;
end $$;
create policy made_by_the_partner on deal_registration
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or exists (select from opportunity o where o.id = opportunity_id)));
create policy of_a_seen_registration on deal_registration_product_line
    using (exists (select from deal_registration r where r.id = registration_id));

-- Customers that may be the same company, with what tells so and how much, from 0 to 1.
create function same_companies(its_country text, code text, vat text, domain text, its_name text, at_least real)
    returns table (customer_id uuid, by text, likeness real) language plpgsql stable as $$
declare
    before text := current_setting('pg_trgm.similarity_threshold', true);
begin
    perform set_config('pg_trgm.similarity_threshold', at_least::text, true);
    return query
        select c.id, 'REGISTRY_CODE', 1::real from customer c where c.registry_code = code and c.country = its_country
        union all
        select c.id, 'VAT_NUMBER', 1::real from customer c where upper(c.vat_number) = upper(vat)
        union all
        select c.id, 'WEB_DOMAIN', 1::real from customer c
         where c.web_domain in (select array_to_string(labels[i:], '.')
                                  from (select string_to_array(domain, '.') as labels) d, generate_series(1, array_length(labels, 1) - 1) i)
            or (reverse(c.web_domain) collate "C" > reverse(domain) || '.' and reverse(c.web_domain) collate "C" < reverse(domain) || '/')
        union all
        select c.id, 'NAME', similarity(c.name_key, company_key(its_name)) from customer c where c.name_key % company_key(its_name);
    perform set_config('pg_trgm.similarity_threshold', coalesce(before, '0.3'), true);
end $$;

alter table notification drop constraint notification_kind_check,
    add constraint notification_kind_check check (kind in
        ('DELIVERED', 'REMINDER', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'NO_PARTNER_LEFT', 'SHARED', 'ASSIGNED', 'RETURNED', 'TAKEN_BACK',
         'INACTIVE', 'EXTENSION_REQUESTED', 'EXTENSION_DECIDED', 'TO_APPROVE', 'APPROVED', 'REJECTED', 'CLOSED', 'MENTIONED',
         'REGISTRATION_SUBMITTED', 'REGISTRATION_DECIDED', 'REGISTRATION_ENDING', 'REGISTRATION_OVERDUE'));
