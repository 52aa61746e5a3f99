-- Indexes for the documented sorts and filters that read whole tables. `backend/bench/plans` names operations that need one that is missing.

-- Opportunities. Most of these indexes contain few of the rows, so most changes do not write into them.
create index listed_opportunity_phase_idx on listed_opportunity (viewer_id, phase, updated_at, opportunity_id) where phase is not null;
create index listed_opportunity_source_idx on listed_opportunity (viewer_id, source, updated_at, opportunity_id) where source <> 'DISTRIBUTED';
create index listed_opportunity_territory_idx on listed_opportunity (viewer_id, territory_id, updated_at, opportunity_id) where territory_id is not null;
create index listed_opportunity_exhausted_idx on listed_opportunity (viewer_id, updated_at, opportunity_id) where exhausted;
create index listed_opportunity_extension_idx on listed_opportunity (viewer_id, updated_at, opportunity_id) where extension_due_on is not null;
create index listed_opportunity_shared_idx on listed_opportunity (viewer_id, updated_at, opportunity_id) where collaboration_id is not null;
create index listed_opportunity_closed_on_idx on listed_opportunity (viewer_id, closed_on) where closed_on is not null;
create index listed_opportunity_closed_updated_idx on listed_opportunity (viewer_id, updated_at, opportunity_id) where closed_on is not null;
create index opportunity_product_line_line_idx on opportunity_product_line (product_line_id, opportunity_id);

-- Customers.
create index customer_updated_idx on customer (updated_at, id);
create index customer_country_idx on customer (country, lower(name), id);
create index customer_industry_idx on customer (industry_id, lower(name), id) where industry_id is not null;

-- Offers.
create index distribution_answer_idx on distribution (answer_by, id);
create index distribution_partner_answer_idx on distribution (partner_id, answer_by, id);
create index distribution_status_idx on distribution (status, delivered_at, id);
create index distribution_partner_status_idx on distribution (partner_id, status, delivered_at, id);

-- Registrations.
create index deal_registration_submitted_idx on deal_registration (submitted_at, id);
create index deal_registration_status_idx on deal_registration (status, submitted_at, id);
create index deal_registration_deadline_idx on deal_registration (decide_by, id);
create index deal_registration_exclusive_idx on deal_registration (coalesce(exclusive_until, submitted_at), id);
create index deal_registration_extension_idx on deal_registration (submitted_at, id) where extension_until is not null;
create index deal_registration_remind_idx on deal_registration (remind_at) where status = 'APPROVED' and reminded_at is null;

-- Runs.
create index distribution_run_created_idx on distribution_run (created_at, id);
