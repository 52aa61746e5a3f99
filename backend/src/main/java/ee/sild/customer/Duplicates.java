package ee.sild.customer;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import ee.sild.platform.Ref;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** Finds customer records that may be the same company, and merges them. */
@ApplicationScoped
class Duplicates {

    /** A possible duplicate of a customer, and what refers to it. */
    record DuplicateCandidate(
            Customer customer,
            MatchedBy by,
            double likeness,
            long opportunities,
            long registrations,
            List<Ref> partners) {}

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
                      from same_companies(:country, cast(:code as text), cast(:vat as text), cast(:domain as text),
                        :name, cast(:alike as real)) f) s
             group by s.customer_id""";

    private static final String CANDIDATES = """
            select x.id, x.by, x.likeness, u.opportunities, u.registrations
              from (select * from (""" + SAME + """
              ) s where s.id <> :id order by s.likeness desc, s.place, s.id limit 20) x
             cross join lateral customer_usage(x.id) u
             order by x.likeness desc, x.place, x.id""";
    private static final String BOTH_EXCLUSIVE = "select line, one, other from both_exclusive(:kept, :gone, :now)";

    private final Session session;
    private final RowSecurity rows;
    private final Customers customers;
    private final CurrentUser user;
    private final Clock clock;

    Duplicates(Session session, RowSecurity rows, Customers customers, CurrentUser user, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.customers = customers;
        this.user = user;
        this.clock = clock;
    }

    /** Most likely duplicates first. */
    List<Duplicates.DuplicateCandidate> of(Customer customer) {
        return ask(CANDIDATES, customer.details())
                .setParameter("id", customer.id())
                .getResultStream()
                .map(this::candidate)
                .toList();
    }

    /** The visible customers that may be the company about to be added, most likely first. */
    List<LikelyCustomerView> likely(EditCustomerRequest details, CurrentUser viewer) {
        var same = rows.asSystem(() -> ask(SAME + " order by likeness desc, place, id", details)
                .setMaxResults(MOST)
                .getResultList());
        var seen = customers.seen(same.stream().map(Duplicates::id).toList(), viewer);
        return same.stream()
                .filter(row -> seen.containsKey(id(row)))
                .limit(SHOWN)
                .map(row -> LikelyCustomerView.of(seen.get(id(row)), by(row), likeness(row)))
                .toList();
    }

    private NativeQuery<Tuple> ask(String question, EditCustomerRequest about) {
        return session.createNativeQuery(question, Tuple.class)
                .setParameter("country", about.country())
                .setParameter("code", about.profile().registryCode())
                .setParameter("vat", about.profile().vatNumber())
                .setParameter("domain", about.profile().webDomain())
                .setParameter("name", about.name())
                .setParameter("alike", Customers.ALIKE);
    }

    private static UUID id(Tuple row) {
        return row.get("id", UUID.class);
    }

    private static MatchedBy by(Tuple row) {
        return MatchedBy.valueOf(row.get("by", String.class));
    }

    private static double likeness(Tuple row) {
        return Math.round(((Number) row.get("likeness")).doubleValue() * 100) / 100.0;
    }

    private Duplicates.DuplicateCandidate candidate(Tuple row) {
        var id = id(row);
        var partners = session.createSelectionQuery("""
                select new ee.sild.platform.Ref(p.id, p.name) from Partner p, CustomerAccess a
                  where a.key.partnerId = p.id and a.key.customerId = :id order by lower(p.name)""", Ref.class)
                .setParameter("id", id)
                .getResultList();
        return new Duplicates.DuplicateCandidate(
                customers.findById(id),
                by(row),
                likeness(row),
                ((Number) row.get("opportunities")).longValue(),
                ((Number) row.get("registrations")).longValue(),
                partners);
    }

    Customer merge(UUID id, MergeCustomersRequest request, ExpectedVersion version) {
        UUID kept = customers.current(id).orElseThrow(NotFound::new);
        UUID gone = customers
                .current(request.duplicateId())
                .orElseThrow(() -> new Invalid("/duplicateId", "unknown-reference"));
        if (kept.equals(gone)) {
            throw new Invalid("/duplicateId", "same");
        }
        lock(kept, gone);
        var stays = customers.findByIdOptional(kept).orElseThrow(NotFound::new);
        var goes = customers.findByIdOptional(gone).orElseThrow(() -> new Invalid("/duplicateId", "unknown-reference"));
        version.check(stays.version());
        refuseBothExclusive(stays, goes);
        return merge(stays, goes, request);
    }

    /**
     * Locks opportunities before customers, like all code that works on them, and each kind in the order of its IDs.
     * This prevents deadlocks.
     */
    private void lock(UUID kept, UUID gone) {
        session.createNativeQuery("select 1 from lock_opportunities_of(cast(:both as uuid[]))", Integer.class)
                .setParameter("both", new UUID[] {kept, gone})
                .getSingleResult();
        session.createNativeQuery("select id from customer where id in (:both) order by id for update", UUID.class)
                .setParameter("both", List.of(kept, gone))
                .getResultList();
    }

    private Customer merge(Customer stays, Customer goes, MergeCustomersRequest request) {
        var now = clock.instant();
        var details = both(stays.details(), goes.details(), Set.copyOf(request.take()));
        session.createNativeQuery("select 1 from merge_customers(:gone, :kept, :now)", Integer.class)
                .setParameter("gone", goes.id())
                .setParameter("kept", stays.id())
                .setParameter("now", now)
                .getSingleResult();
        session.persist(new CustomerAlias(goes, stays.id(), user.id(), now));
        session.remove(goes);
        session.flush();
        stays.edit(details, now);
        session.flush();
        return stays;
    }

    private void refuseBothExclusive(Customer stays, Customer goes) {
        session.createNativeQuery(BOTH_EXCLUSIVE, Tuple.class)
                .setParameter("kept", stays.id())
                .setParameter("gone", goes.id())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .ifPresent(row -> {
                    throw new RuleViolation(
                            "customer.both-exclusive",
                            row.get("line", String.class),
                            row.get("one", String.class),
                            row.get("other", String.class));
                });
    }

    /** Takes the selected and the missing fields from the duplicate. */
    static EditCustomerRequest both(EditCustomerRequest stays, EditCustomerRequest goes, Set<CustomerField> taken) {
        var mine = stays.profile();
        var theirs = goes.profile();
        boolean codeTaken = from(CustomerField.REGISTRY_CODE, mine.registryCode(), theirs.registryCode(), taken);
        boolean addressTaken =
                taken.contains(CustomerField.ADDRESS) || stays.address().equals(Address.NONE);
        return new EditCustomerRequest(
                either(CustomerField.NAME, stays.name(), goes.name(), taken),
                codeTaken ? goes.country() : stays.country(),
                new CustomerProfileRequest(
                        codeTaken ? theirs.registryCode() : mine.registryCode(),
                        either(CustomerField.VAT_NUMBER, mine.vatNumber(), theirs.vatNumber(), taken),
                        either(CustomerField.WEB_DOMAIN, mine.webDomain(), theirs.webDomain(), taken),
                        either(CustomerField.INDUSTRY, mine.industryId(), theirs.industryId(), taken)),
                addressTaken ? goes.address() : stays.address(),
                either(CustomerField.MANAGING_PARTNER, stays.managingPartnerId(), goes.managingPartnerId(), taken),
                stays.isDirect() || goes.isDirect());
    }

    private static <T> T either(CustomerField field, T ofStaying, T ofGoing, Set<CustomerField> taken) {
        return from(field, ofStaying, ofGoing, taken) ? ofGoing : ofStaying;
    }

    private static boolean from(CustomerField field, Object ofStaying, Object ofGoing, Set<CustomerField> taken) {
        return ofGoing != null && (ofStaying == null || taken.contains(field));
    }
}
