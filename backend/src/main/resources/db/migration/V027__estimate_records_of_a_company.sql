-- How many customers share an identifier. PostgreSQL does not use the statistics of a partial index, and would expect so many records of one
-- company that it prepares a table for thousands of them.
create statistics customer_registry_key on (identifier_key(registry_code)) from customer;
create statistics customer_vat_key on (vat_key(country, vat_number)) from customer;
analyze customer;
