-- No currency is worth so much less or more than another. What was set beyond that stays until it is replaced.
alter table exchange_rate
    add constraint exchange_rate_bounds_check check (rate between 0.00000001 and 1000000000) not valid;
