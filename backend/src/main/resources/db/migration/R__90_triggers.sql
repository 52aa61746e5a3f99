-- Rows that are only appended.
create or replace trigger opportunity_event_kept before update or delete on opportunity_event for each row execute function reject_change();
create or replace trigger matching_run_kept before update or delete on matching_run for each row execute function reject_change();
create or replace trigger audit_event_kept before update or delete on audit_event for each row execute function reject_change();
create or replace trigger audit_event_not_emptied before truncate on audit_event execute function reject_change();
create or replace trigger audit_seal_kept before update or delete on audit_seal for each row execute function reject_change();
create or replace trigger audit_seal_not_emptied before truncate on audit_seal execute function reject_change();
create or replace trigger audit_anchor_kept before update or delete on audit_anchor for each row execute function reject_change();
create or replace trigger audit_anchor_not_emptied before truncate on audit_anchor execute function reject_change();

create or replace trigger exclusivity_kept after update of customer_id, exclusive_from, exclusive_until on deal_registration
    for each row execute function keep_exclusivity();
create or replace trigger exclusivity_kept before insert or update of registration_id, product_line_id on deal_registration_product_line
    for each row execute function keep_exclusivity();
create or replace trigger before_merge_reset before update of exclusive on deal_registration_product_line
    for each row when (old.before_merge and new.exclusive is distinct from old.exclusive) execute function reset_before_merge();

create or replace trigger companies_locked after insert or update on company_decision for each row when (new.same) execute function lock_joined_companies();
create or replace trigger companies_locked after update of country, registry_code, vat_number on customer for each row
    when ((old.country, old.registry_code, old.vat_number) is distinct from (new.country, new.registry_code, new.vat_number))
    execute function lock_joined_companies();
-- A new record can only join others with two identifiers.
create or replace trigger companies_joined after insert on customer for each row
    when (new.registry_code is not null and new.vat_number is not null) execute function lock_joined_companies();

create or replace trigger tree_kept after insert or update of parent_id on territory for each row
    when (new.parent_id is not null) execute function keep_territories_a_tree();

create or replace trigger admin_kept after update of role, status on app_user
    for each row when (old.role = 'ADMIN' and old.status = 'ACTIVE' and (new.role <> 'ADMIN' or new.status <> 'ACTIVE')) execute function keep_an_admin();

create or replace trigger live_change_recorded after insert on opportunity_event for each row execute function record_live_change();
create or replace trigger live_change_recorded after insert or update on note for each row execute function record_live_change();
create or replace trigger live_change_recorded after insert or update on notification for each row execute function record_live_change();

create or replace trigger sessions_ended after update of status on app_user for each row when (old.status = 'ACTIVE' and new.status <> 'ACTIVE') execute function end_sessions();
create or replace trigger sessions_ended after update of status on partner for each row
    when (is_active_partner(old.status) and not is_active_partner(new.status)) execute function end_sessions();

-- The audit log. Every table has the trigger, except for those in AuditResourceTest: tables of technical state, of derived data and of the
-- audit log itself. The argument is the column that identifies the row, or the thing that the row belongs to.
do $$
declare
    audited record;
begin
    for audited in
        select name, 'id' as key
          from unnest(array['policy', 'app_user', 'session', 'invitation', 'password_reset', 'email_change', 'account_notice', 'recovery_code', 'signing_key',
                            'partner', 'tier', 'territory', 'competency', 'industry', 'product_line', 'calendar',
                            'customer', 'customer_alias', 'customer_contact', 'opportunity', 'collaborator',
                            'distribution', 'matching_run', 'distribution_rule', 'distribution_run', 'distribution_run_item',
                            'deal_registration', 'approval_policy', 'approval_rule',
                            'note', 'attachment', 'opportunity_event', 'notification', 'mail']) name
        union all
        select *
          from (values ('audit_anchor', 'position'), ('exchange_rate', 'currency'), ('api_client', 'user_id'), ('second_factor', 'user_id'), ('calendar_hours', 'calendar_id'), ('calendar_holiday', 'calendar_id'),
                       ('partner_territory', 'partner_id'), ('partner_competency', 'partner_id'), ('customer_partner', 'customer_id'), ('company_decision', 'customer_id'),
                       ('opportunity_contact', 'opportunity_id'), ('opportunity_product_line', 'opportunity_id'),
                       ('opportunity_competency', 'opportunity_id'), ('opportunity_external_reference', 'system'),
                       ('distribution_rule_territory', 'rule_id'), ('distribution_rule_product_line', 'rule_id'),
                       ('deal_registration_product_line', 'registration_id'), ('deal_registration_change_line', 'registration_id'), ('deal_registration_step', 'registration_id'),
                       ('approval_rule_tier', 'rule_id'), ('approval_rule_territory', 'rule_id'), ('approval_rule_product_line', 'rule_id'),
                       ('approval_rule_step', 'rule_id'), ('note_revision', 'note_id')) others
    loop
        execute format('create or replace trigger audited after insert or update or delete on %I for each row execute function record_change(%L)',
                       audited.name, audited.key);
    end loop;
end $$;
