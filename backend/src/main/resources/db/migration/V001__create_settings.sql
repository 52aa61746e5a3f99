-- Trigram search on names, and exclusion constraints on a key and a time range.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- The value of one unit of a currency in the base currency, from a day on.
create table exchange_rate (
    currency    text not null constraint exchange_rate_currency_check check (currency ~ '^[A-Z]{3}$'),
    valid_from  date not null,
    rate        numeric(18, 8) not null constraint exchange_rate_rate_check check (rate > 0)
                    constraint exchange_rate_bounds_check check (rate between 0.00000001 and 1000000000),
    primary key (currency, valid_from)
);
insert into exchange_rate (currency, valid_from, rate) values ('EUR', '2000-01-01', 1);

-- The number of decimals of a currency. A test compares it with the currencies that the application knows.
-- Constraints use this function and the next one, so they are created here and not in a repeatable migration.
create function currency_decimals(code text) returns int
    language sql immutable parallel safe
    return case
        when code in ('ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK', 'ITL', 'JPY', 'KMF', 'KRW', 'LUF', 'MGF', 'PTE', 'PYG', 'ROL',
                      'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XDR', 'XFO', 'XFU', 'XOF', 'XPD', 'XPF',
                      'XPT', 'XSU', 'XTS', 'XUA', 'XXX') then 0
        when code in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
        when code = 'CLF' then 4
        else 2
    end;

-- Whether an amount has no more decimals than its currency. A null amount fits.
create function money_fits(amount numeric, code text) returns boolean
    language sql immutable parallel safe
    return amount is null or amount = round(amount, currency_decimals(code));

-- The policies of the vendor: one row.
create table policy (
    id                    uuid primary key,
    only_one              boolean not null default true constraint policy_key unique constraint policy_check check (only_one),
    masked_fields         text[] not null constraint policy_masked_fields_check check (masked_fields <@ array['NAME', 'EMAIL', 'PHONE', 'STREET']),
    reminder_percent      int constraint policy_reminder_percent_check check (reminder_percent between 1 and 99),
    new_after_hours       int not null constraint policy_new_after_hours_check check (new_after_hours between 1 and 8760),
    stalled_after_days    int not null constraint policy_stalled_after_days_check check (stalled_after_days between 1 and 365),
    take_back_after_days  int constraint policy_take_back_after_days_check check (take_back_after_days between 1 and 730),
    version               bigint not null,
    constraint policy_order_check check (take_back_after_days > stalled_after_days)
);
insert into policy (id, only_one, masked_fields, reminder_percent, new_after_hours, stalled_after_days, take_back_after_days, version)
    values ('00000000-0000-7000-8000-000000000001', true, '{NAME,EMAIL,PHONE,STREET}', 75, 48, 21, null, 0);
