package ee.sild.customer.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import ee.sild.customer.Customer;
import ee.sild.customer.CustomerList;
import ee.sild.customer.Customers;
import ee.sild.customer.EditCustomerRequest;
import ee.sild.identity.Users;
import ee.sild.platform.Ref;
import ee.sild.platform.WebDomains;
import ee.sild.platform.http.NameOrder;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** Finds customer records that may be the same company. */
@ApplicationScoped
class Duplicates {

    /** Enough for a user who enters a new customer to find the existing one. */
    private static final int SHOWN = 5;
    /** The maximum number of similar records to check: a chain may have a shop in every town. */
    private static final int MOST = 1_000;

    /** Each record once, with its strongest match. */
    private static final String SAME = """
            select s.customer_id as id, (array_agg(s.by order by s.likeness desc, s.place))[1] as by,
              max(s.likeness) as likeness, min(s.place) as place
              from (select f.customer_id, f.by, f.likeness, case f.by when 'REGISTRY_CODE' then 1 when 'VAT_NUMBER'
                then 2 when 'WEB_DOMAIN' then 3 else 4 end as place
                      from same_companies(:country, cast(:code as text), cast(:vat as text), cast(:domains as text[]),
                        :name, cast(:alike as real)) f) s
             group by s.customer_id""";

    private static final String CANDIDATES = """
            select x.id, x.by, x.likeness, u.opportunities, u.registrations, d.same, d.decided_by, d.decided_at
              from (select f.id, (array_agg(f.by order by f.place))[1] as by, max(f.likeness) as likeness,
                           min(f.place) as place
                      from (select * from (""" + SAME + """
              ) s union all
                            select case d.customer_id when :id then d.other_id else d.customer_id end, 'SAME_COMPANY',
                                   cast(1 as real), 5
                              from company_decision d where :id in (d.customer_id, d.other_id) and d.same) f
                     where f.id <> :id group by f.id order by max(f.likeness) desc, min(f.place), f.id limit 20) x
             cross join lateral customer_usage(x.id) u
              left join company_decision d on d.customer_id = least(x.id, :id) and d.other_id = greatest(x.id, :id)
             order by x.likeness desc, x.place, x.id""";

    private final Session session;
    private final RowSecurity rows;
    private final Customers customers;
    private final CustomerList list;
    private final Users users;

    Duplicates(Session session, RowSecurity rows, Customers customers, CustomerList list, Users users) {
        this.session = session;
        this.rows = rows;
        this.customers = customers;
        this.list = list;
        this.users = users;
    }

    /** Most likely duplicates first. */
    List<DuplicateCandidate> of(Customer customer) {
        return ask(CANDIDATES, customer.details())
                .setParameter("id", customer.id())
                .getResultStream()
                .map(row -> candidate(new SameCompany(row), row))
                .toList();
    }

    /** The visible customers that may be the company about to be added, most likely first. */
    List<LikelyCustomerView> likely(EditCustomerRequest details, CurrentUser viewer) {
        var same = rows.asSystem(() -> ask(SAME + " order by likeness desc, place, id limit " + MOST, details)
                .getResultStream()
                .map(SameCompany::new)
                .toList());
        var seen = list.seen(same.stream().map(SameCompany::id).toList(), viewer);
        return same.stream()
                .filter(found -> seen.containsKey(found.id()))
                .limit(SHOWN)
                .map(found -> LikelyCustomerView.of(seen.get(found.id()), found.by(), found.likeness()))
                .toList();
    }

    private NativeQuery<Tuple> ask(String question, EditCustomerRequest about) {
        return session.createNativeQuery(question, Tuple.class)
                .setParameter("country", about.country())
                .setParameter("code", about.profile().registryCode())
                .setParameter("vat", about.profile().vatNumber())
                .setParameter(
                        "domains",
                        WebDomains.identifying(about.profile().webDomain()).toArray(String[]::new))
                .setParameter("name", about.name())
                .setParameter("alike", Customers.ALIKE);
    }

    private DuplicateCandidate candidate(SameCompany found, Tuple row) {
        var partners = session.createSelectionQuery("""
                select new ee.sild.platform.Ref(p.id, p.name) from Partner p, CustomerAccess a
                  where a.key.partnerId = p.id and a.key.customerId = :id order by\s""" + NameOrder.hql("p.name"), Ref.class)
                .setParameter("id", found.id())
                .getResultList();
        return new DuplicateCandidate(
                customers.findById(found.id()),
                found.by(),
                found.likeness(),
                found.count("opportunities"),
                found.count("registrations"),
                partners,
                decision(row));
    }

    private CompanyDecisionView decision(Tuple row) {
        var same = row.get("same", Boolean.class);
        return same == null
                ? null
                : new CompanyDecisionView(
                        same, users.ref(row.get("decided_by", UUID.class)), row.get("decided_at", Instant.class));
    }
}
