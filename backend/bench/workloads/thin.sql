-- The tables of the thin server, in a schema of their own in the same database: the same opportunities and notes, with the names that
-- a response shows in the row itself and an index for every question. Data.java runs it after data.sql.

-- step: opportunities of the thin server
create schema thin;
create table thin.opportunity as
    select o.id, o.number, o.topic, o.status, o.source, o.customer_id, c.name as customer, c.country, c.city, k.name as contact, k.email as contact_email, o.currency, o.estimated_value, o.actual_value,
           coalesce(to_base(o.estimated_value, o.currency, current_date), 0) as base_value, o.probability, o.phase, o.estimated_close_date, o.due_on, o.customer_situation, o.customer_need, o.proposed_solution,
           o.partner_id, p.name as partner, o.partner_user_id as assignee_id, u.name as assignee, o.owner_id, w.name as owner, o.distribution_id as offer_id, o.answer_by, o.accepted_at, o.created_at, o.updated_at, o.version
      from opportunity o
      join customer c on c.id = o.customer_id
      join app_user w on w.id = o.owner_id
      left join partner p on p.id = o.partner_id
      left join app_user u on u.id = o.partner_user_id
      left join opportunity_contact x on x.opportunity_id = o.id
      left join customer_contact k on k.id = x.contact_id
     order by o.created_at;
alter table thin.opportunity add primary key (id);
create index on thin.opportunity (partner_id, status, updated_at desc, id desc) include (base_value);
create index on thin.opportunity (partner_id, updated_at desc, id desc) where status in ('ACCEPTED', 'ON_HOLD');
create index on thin.opportunity (status, updated_at desc, id desc);
create index on thin.opportunity (status, base_value desc, id desc);
create index on thin.opportunity using gin (to_tsvector('simple', topic || ' ' || customer)) with (fastupdate = off);

-- step: notes of the thin server
create table thin.note as
    select n.id, n.opportunity_id, n.author_id, u.name as author, n.visibility, n.text, n.created_at from note n join app_user u on u.id = n.author_id order by n.created_at;
alter table thin.note add primary key (id), add foreign key (opportunity_id) references thin.opportunity;
create index on thin.note (opportunity_id, created_at desc, id desc);
