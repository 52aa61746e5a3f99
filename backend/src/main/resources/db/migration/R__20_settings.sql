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
