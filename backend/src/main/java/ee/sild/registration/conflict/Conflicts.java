package ee.sild.registration.conflict;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import ee.sild.customer.Customer;
import ee.sild.customer.Customers;
import ee.sild.customer.EditCustomerRequest;
import ee.sild.customer.MatchedBy;
import ee.sild.platform.Ref;
import ee.sild.platform.WebDomains;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.http.LocalName;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;
import ee.sild.registration.RegistrationStatus;

/**
 * Finds conflicts with a registration: for customers that are the same company by registry code, VAT number or web
 * domain, or may be by name. The similarity of names is the share of trigrams in common, without legal forms, accents
 * and punctuation (Jaccard 1901 over trigrams, as PostgreSQL's pg_trgm counts it).
 */
@ApplicationScoped
class Conflicts {

    /** The decisive conflicts come first, so that the limit never cuts them off. */
    private static final String CONFLICTS = """
            with same as (
                select x.customer_id, max(x.likeness) as likeness, (array_agg(x.by order by x.likeness desc,
                  x.place))[1] as by
                  from (select cast(:customer as uuid) as customer_id, 'SAME_CUSTOMER' as by,
                    cast(1 as real) as likeness, 0 as place
                         where cast(:customer as uuid) is not null
                        union all
                        select s.customer_id, s.by, s.likeness, case s.by when 'REGISTRY_CODE' then 1
                          when 'VAT_NUMBER' then 2 when 'WEB_DOMAIN' then 3 else 4 end
                          from same_companies(:country, cast(:code as text), cast(:vat as text),
                            cast(:domains as text[]), :name, cast(:alike as real)) s
                         where s.by not in ('WEB_DOMAIN', 'NAME') or coalesce((select d.same from company_decision d
                           where d.customer_id = least(s.customer_id, cast(:customer as uuid))
                             and d.other_id = greatest(s.customer_id, cast(:customer as uuid))), true)
                        union all
                        select k.customer_id, 'SAME_COMPANY', cast(1 as real), 5
                          from company_records(array[cast(:customer as uuid)]) k where k.customer_id <> :customer) x
                 group by x.customer_id),
            found as (
                select 'REGISTRATION' as kind, s.by, s.likeness, c.id as customer_id, c.name as customer,
                  c.registry_code, r.partner_id, r.opportunity_id, r.topic,
                       r.id as registration_id, r.number, r.status, case when r.status = 'APPROVED'
                         then r.exclusive_until end as exclusive_until,
                       array(select {line} from deal_registration_product_line x join product_line l
                         on l.id = x.product_line_id
                              where x.registration_id = r.id order by {line}) as lines
                  from same s join customer c on c.id = s.customer_id join deal_registration r on r.customer_id = c.id
                 where (r.status in ('SUBMITTED', 'RETURNED') or (r.status = 'APPROVED' and r.exclusive_until > :now))
                   and (cast(:own as uuid) is null or r.partner_id <> :own) and (cast(:except as uuid) is null
                     or r.id <> :except)
                   and (:anyLine or exists (select from deal_registration_product_line x
                     where x.registration_id = r.id and x.product_line_id = any (:lines)))
                union all
                select 'OPPORTUNITY', s.by, s.likeness, c.id, c.name, c.registry_code, o.partner_id, o.id, o.topic,
                  null, null, null, null,
                       array(select {line} from opportunity_product_line x join product_line l
                         on l.id = x.product_line_id where x.opportunity_id = o.id order by {line})
                  from same s join customer c on c.id = s.customer_id join opportunity o on o.customer_id = c.id
                 where :all and not is_closed(o.status) and (cast(:own as uuid) is null
                   or o.partner_id is distinct from :own)
                   and (cast(:opportunity as uuid) is null or o.id <> :opportunity)
                   and not exists (select from deal_registration r where r.opportunity_id = o.id
                     and r.status in ('SUBMITTED', 'RETURNED', 'APPROVED'))
                union all
                select 'DIRECT_CUSTOMER', s.by, s.likeness, c.id, c.name, c.registry_code, null, null, null, null,
                  null, null, null, array[]::text[]
                  from same s join customer c on c.id = s.customer_id where c.direct)
            select f.*, p.name as partner from found f left join partner p on p.id = f.partner_id
             order by f.exclusive_until is null, f.kind = 'OPPORTUNITY', f.likeness desc, f.kind,
               f.customer limit 50""";

    private final Session database;
    private final RowSecurity rows;
    private final CurrentUser user;
    private final Clock clock;

    Conflicts(Session database, RowSecurity rows, CurrentUser user, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.user = user;
        this.clock = clock;
    }

    List<ConflictView> find(
            Customer customer, EditCustomerRequest details, List<UUID> lines, UUID own, UUID except, UUID opportunity) {
        return rows.asSystem(() -> {
            plan("force_generic_plan");
            var conflicts = database.createNativeQuery(CONFLICTS.replace("{line}", LocalName.sql("l")), Tuple.class)
                    .setParameter("customer", customer == null ? null : customer.id())
                    .setParameter("country", details.country())
                    .setParameter("code", details.profile().registryCode())
                    .setParameter("vat", details.profile().vatNumber())
                    .setParameter(
                            "domains",
                            WebDomains.identifying(details.profile().webDomain())
                                    .toArray(String[]::new))
                    .setParameter("name", details.name())
                    .setParameter("alike", Customers.ALIKE)
                    .setParameter("now", clock.instant())
                    .setParameter("own", own)
                    .setParameter("except", except)
                    .setParameter("opportunity", opportunity)
                    .setParameter("all", user.callerOrNull() == null || user.isStaff())
                    .setParameter("anyLine", lines.isEmpty())
                    .setParameter("lines", lines.toArray(UUID[]::new))
                    .getResultStream()
                    .map(Conflicts::view)
                    .toList();
            plan("auto");
            return conflicts;
        });
    }

    /** The query is long and its result short: planning it each time takes longer than running it. */
    private void plan(String how) {
        ScalarQuery.of(database, "select set_config('plan_cache_mode', :how, true)", String.class)
                .setParameter("how", how)
                .getSingleResult();
    }

    private static ConflictView view(Tuple row) {
        var status = row.get("status", String.class);
        return new ConflictView(
                ConflictKind.valueOf(row.get("kind", String.class)),
                MatchedBy.valueOf(row.get("by", String.class)),
                Math.round(((Number) row.get("likeness")).doubleValue() * 100) / 100.0,
                ref(row, "customer_id", "customer"),
                row.get("registry_code", String.class),
                ref(row, "partner_id", "partner"),
                ref(row, "opportunity_id", "topic"),
                status == null ? null : RegistrationStatus.valueOf(status),
                ref(row, "registration_id", "number"),
                row.get("exclusive_until", Instant.class),
                List.of((String[]) row.get("lines")));
    }

    private static Ref ref(Tuple row, String id, String name) {
        return Ref.orNull(new Ref(row.get(id, UUID.class), row.get(name, String.class)));
    }
}
