-- What one unit of the base currency is worth, from a day on.
create table exchange_rate (
    currency    text not null constraint exchange_rate_currency_check check (currency ~ '^[A-Z]{3}$'),
    valid_from  date not null,
    rate        numeric(18, 8) not null constraint exchange_rate_rate_check check (rate > 0),
    primary key (currency, valid_from)
);
insert into exchange_rate (currency, valid_from, rate) values ('EUR', '2000-01-01', 1);

-- An amount in the base currency on a day; null where no rate is known.
create function to_base(amount numeric, in_currency text, on_day date) returns numeric
    language sql stable parallel safe
    return (select round(amount / rate, 2)
              from exchange_rate
             where currency = in_currency and valid_from <= on_day
             order by valid_from desc
             limit 1);
