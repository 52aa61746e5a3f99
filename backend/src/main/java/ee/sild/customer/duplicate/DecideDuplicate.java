package ee.sild.customer.duplicate;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.customer.Customer;
import ee.sild.customer.Customers;
import ee.sild.identity.Users;
import ee.sild.platform.Ref;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** Records that two customers are one company, or that they are not, without merging them. */
@ApplicationScoped
class DecideDuplicate {

    private static final String DECIDE = """
            insert into company_decision (customer_id, other_id, same, decided_by, decided_at)
            values (least(:one, :other), greatest(:one, :other), :same, :by, :now)
                on conflict (customer_id, other_id)
                do update set same = excluded.same, decided_by = excluded.decided_by, decided_at = excluded.decided_at""";

    private final Session session;
    private final Customers customers;
    private final Users users;
    private final CurrentUser user;
    private final Clock clock;

    DecideDuplicate(Session session, Customers customers, Users users, CurrentUser user, Clock clock) {
        this.session = session;
        this.customers = customers;
        this.users = users;
        this.user = user;
        this.clock = clock;
    }

    DuplicateDecisionView decide(UUID id, DecideDuplicateRequest request) {
        var one = current(id).orElseThrow(NotFound::new);
        var other = current(request.duplicateId()).orElseThrow(() -> new Invalid("/duplicateId", "unknown-reference"));
        if (one.id().equals(other.id())) {
            throw new Invalid("/duplicateId", "same");
        }
        var now = clock.instant();
        session.createNativeMutationQuery(DECIDE)
                .setParameter("one", one.id())
                .setParameter("other", other.id())
                .setParameter("same", request.same())
                .setParameter("by", user.id())
                .setParameter("now", now)
                .executeUpdate();
        if (!request.same() && isOneCompany(one, other)) {
            throw new RuleViolation("customer.same-identifier");
        }
        return new DuplicateDecisionView(ref(one), ref(other), request.same(), users.ref(user.id()), now);
    }

    private Optional<Customer> current(UUID id) {
        return customers.current(id).flatMap(customers::findByIdOptional);
    }

    /** By their identifiers, or by other decisions. */
    private boolean isOneCompany(Customer one, Customer other) {
        return ScalarQuery.of(
                        session,
                        "select exists (select from company_records(array[:one]) k where k.customer_id = :other)",
                        Boolean.class)
                .setParameter("one", one.id())
                .setParameter("other", other.id())
                .getSingleResult();
    }

    private static Ref ref(Customer customer) {
        return new Ref(customer.id(), customer.name());
    }
}
