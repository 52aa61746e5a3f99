package ee.sild.opportunity.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import ee.sild.customer.Customers;
import ee.sild.customer.MatchedBy;
import ee.sild.platform.Ref;
import ee.sild.platform.WebDomains;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.RuleViolation;

/**
 * Finds exclusivity for customers that are only similar to the one of an opportunity. Staff decide whether they are one
 * company before the opportunity is offered. Reads rows that only staff and the system see.
 */
@ApplicationScoped
public class SimilarProtections {

    private static final String SIMILAR = """
            select s.customer_id, c.name as customer, s.by, s.likeness, s.partner_id, p.name as partner,
                   s.registration_id, s.registration, s.exclusive_until
              from similar_protections(:opportunity, :now, cast(:alike as real), cast(:domains as text[])) s
              join customer c on c.id = s.customer_id join partner p on p.id = s.partner_id
             order by s.likeness desc, c.name, s.registration""";

    private static final String DOMAIN =
            "select c.web_domain from opportunity o join customer c on c.id = o.customer_id where o.id = :opportunity";

    private final Session session;

    SimilarProtections(Session session) {
        this.session = session;
    }

    /** Those that staff have not decided about. */
    public List<SimilarProtection> of(UUID opportunity, Instant now) {
        return session.createNativeQuery(SIMILAR, Tuple.class)
                .setParameter("opportunity", opportunity)
                .setParameter("now", now)
                .setParameter("alike", Customers.ALIKE)
                .setParameter("domains", domains(opportunity))
                .getResultStream()
                .map(SimilarProtections::protection)
                .toList();
    }

    /** Until the end of the transaction, nobody gets exclusivity for the company that the opportunity is about. */
    public void shareCompanyLock(UUID opportunity) {
        ScalarQuery.of(session, "select share_company_lock(:opportunity)", Boolean.class)
                .setParameter("opportunity", opportunity)
                .getSingleResult();
    }

    /** The web domains that identify the customer of an opportunity; none if it has one that many companies share. */
    String[] domains(UUID opportunity) {
        String domain = ScalarQuery.of(session, DOMAIN, String.class)
                .setParameter("opportunity", opportunity)
                .getSingleResult();
        return WebDomains.identifying(domain).toArray(String[]::new);
    }

    private static SimilarProtection protection(Tuple row) {
        return new SimilarProtection(
                new Ref(row.get("customer_id", UUID.class), row.get("customer", String.class)),
                MatchedBy.valueOf(row.get("by", String.class)),
                Math.round(((Number) row.get("likeness")).doubleValue() * 100) / 100.0,
                new Ref(row.get("partner_id", UUID.class), row.get("partner", String.class)),
                new Ref(row.get("registration_id", UUID.class), row.get("registration", String.class)),
                row.get("exclusive_until", Instant.class));
    }

    /** Throws if staff have to decide first. */
    public void requireDecided(UUID opportunity, Instant now) {
        requireDecided(of(opportunity, now).isEmpty());
    }

    /** Throws unless staff have decided about all. */
    public static void requireDecided(boolean decided) {
        if (!decided) {
            throw new RuleViolation("customer.undecided");
        }
    }
}
