package ee.sild.customer.duplicate;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import ee.sild.customer.Customer;
import ee.sild.customer.CustomerAlias;
import ee.sild.customer.Customers;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** Merges two records of one company into one, with everything that refers to them. */
@ApplicationScoped
class MergeCustomers {

    private static final String BOTH_EXCLUSIVE = "select line, one, other from both_exclusive(:kept, :gone, :now)";

    private final Session session;
    private final Customers customers;
    private final CurrentUser user;
    private final Clock clock;

    MergeCustomers(Session session, Customers customers, CurrentUser user, Clock clock) {
        this.session = session;
        this.customers = customers;
        this.user = user;
        this.clock = clock;
    }

    /** Merges the other customer of the request into this one. */
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
     * This prevents deadlocks. Who grants exclusivity for one of the companies waits, or is waited for.
     */
    private void lock(UUID kept, UUID gone) {
        ScalarQuery.of(session, "select 1 from lock_opportunities_of(cast(:both as uuid[]))", Integer.class)
                .setParameter("both", new UUID[] {kept, gone})
                .getSingleResult();
        ScalarQuery.of(session, "select id from customer where id in (:both) order by id for update", UUID.class)
                .setParameter("both", List.of(kept, gone))
                .getResultList();
        ScalarQuery.of(session, "select 1 from lock_records_of_companies(cast(:both as uuid[]))", Integer.class)
                .setParameter("both", new UUID[] {kept, gone})
                .getSingleResult();
    }

    private Customer merge(Customer stays, Customer goes, MergeCustomersRequest request) {
        var now = clock.instant();
        var details = MergedFields.of(stays.details(), goes.details(), Set.copyOf(request.take()));
        ScalarQuery.of(session, "select 1 from merge_customers(:gone, :kept, :now)", Integer.class)
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
}
