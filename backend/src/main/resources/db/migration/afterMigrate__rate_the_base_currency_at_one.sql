-- Runs at every start, because the base currency is a setting: one unit of it is worth one, whatever was stored for it before.
delete from exchange_rate where currency = '${base-currency}' and (valid_from, rate) <> ('2000-01-01', 1);
insert into exchange_rate (currency, valid_from, rate) values ('${base-currency}', '2000-01-01', 1) on conflict do nothing;
-- The baseline has a rate of the euro.
delete from exchange_rate where currency = 'EUR' and currency <> '${base-currency}' and (valid_from, rate) = ('2000-01-01', 1);
