-- The vendor's day now. Java: platform/VendorDays.java.
create or replace function vendor_today() returns date language sql stable
    return (select (now() at time zone p.time_zone)::date from policy p);
-- The rate of a currency on a day; null if there is none.
create or replace function rate_on(in_currency text, on_day date) returns numeric
    language sql stable parallel safe
    return (select rate
              from exchange_rate
             where currency = in_currency and valid_from <= on_day
             order by valid_from desc
             limit 1);
-- An amount in the base currency on a day; null if there is no exchange rate.
create or replace function to_base(amount numeric, in_currency text, on_day date) returns numeric
    language sql stable parallel safe
    return round(amount / rate_on(in_currency, on_day), 2);
-- An amount in the base currency as rules compare it: without an exchange rate it counts as the largest, more than any limit that can be
-- stored. Null for no amount.
create or replace function value_for_rules(amount numeric, in_currency text, on_day date) returns numeric
    language sql stable parallel safe
    return case when amount is not null then coalesce(to_base(amount, in_currency, on_day), 1e30) end;
