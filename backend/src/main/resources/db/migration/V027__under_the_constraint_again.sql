-- Exclusivity that had ended before two records became one may overlap; what becomes exclusive anew is under the constraint like any other.
create function under_the_constraint() returns trigger language plpgsql as $$
begin
    new.before_merge := false;
    return new;
end $$;
create trigger under_the_constraint before update of exclusive on deal_registration_product_line
    for each row when (old.before_merge and new.exclusive is distinct from old.exclusive) execute function under_the_constraint();
