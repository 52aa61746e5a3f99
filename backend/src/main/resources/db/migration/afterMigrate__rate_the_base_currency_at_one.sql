-- At every start, as the base currency is a setting: one of it is worth one, whatever was set before that was refused.
delete from exchange_rate where currency = '${base-currency}' and (valid_from, rate) <> ('2000-01-01', 1);
insert into exchange_rate (currency, valid_from, rate) values ('${base-currency}', '2000-01-01', 1) on conflict do nothing;
-- That of the euro is there from the beginning.
delete from exchange_rate where currency = 'EUR' and currency <> '${base-currency}' and (valid_from, rate) = ('2000-01-01', 1);
