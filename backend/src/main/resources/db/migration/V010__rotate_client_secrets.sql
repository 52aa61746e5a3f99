alter table api_client
    add column version bigint not null default 0,
    add column previous_secret_hash text,
    add column previous_secret_until timestamptz,
    add constraint api_client_previous_secret_check check ((previous_secret_hash is null) = (previous_secret_until is null));
