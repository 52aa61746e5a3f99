-- What a user hands over when deactivated or in a new role.
create index opportunity_owner_idx on opportunity (owner_id) where not is_closed(status);
