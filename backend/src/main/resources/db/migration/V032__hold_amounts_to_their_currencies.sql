-- How many decimals a currency has, which is what the application goes by; a test compares the two.
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

-- Whether an amount has no more decimals than its currency; none is fine.
create function money_fits(amount numeric, code text) returns boolean
    language sql immutable parallel safe
    return amount is null or amount = round(amount, currency_decimals(code));

-- A currency could be changed under an amount that it does not have, and the opportunity could not be edited any more.
update opportunity
   set estimated_value = round(estimated_value, currency_decimals(currency)), actual_value = round(actual_value, currency_decimals(currency)), version = version + 1
 where not (money_fits(estimated_value, currency) and money_fits(actual_value, currency));
alter table opportunity
    add constraint opportunity_money_check check (money_fits(estimated_value, currency) and money_fits(actual_value, currency));
