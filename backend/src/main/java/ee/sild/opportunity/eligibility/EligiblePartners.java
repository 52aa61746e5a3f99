package ee.sild.opportunity.eligibility;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;

import ee.sild.customer.Customers;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.partner.Partner;

/**
 * Holds users who name the partners of an opportunity to the rules by which matching and the pool find them. They may
 * override the rules with a reason. Reads rows that only staff and the system see.
 */
@ApplicationScoped
public class EligiblePartners {

    /** Loads the partners too, which callers read next. */
    private static final String CHECK = """
            select p, cast(function('eligibility_of', :opportunity, p.id, :now) as String),
                   cast(function('is_similar_protected', :opportunity, p.id, :now, :alike, :domains) as Boolean)
              from Partner p where p.id in :partners""";

    private final Session session;
    private final SimilarProtections similar;
    private final Event<OpportunityEvent> events;

    EligiblePartners(Session session, SimilarProtections similar, Event<OpportunityEvent> events) {
        this.session = session;
        this.similar = similar;
        this.events = events;
    }

    /**
     * Checks the partners that a request names, until the end of the transaction: no exclusivity is granted before. IDs
     * that belong to no partner are left to the caller.
     *
     * @param partners the partners, with the JSON pointers of the fields that name them
     */
    public EligibilityCheck check(UUID opportunity, Map<UUID, String> partners, Instant now) {
        if (partners.isEmpty()) {
            return EligibilityCheck.NOBODY;
        }
        similar.shareCompanyLock(opportunity);
        var rows = session.createSelectionQuery(CHECK, Object[].class)
                .setParameter("opportunity", opportunity)
                .setParameter("partners", partners.keySet())
                .setParameter("now", now)
                .setParameter("alike", Customers.ALIKE)
                .setParameter("domains", similar.domains(opportunity))
                .getResultList();
        var exclusions = rows.stream()
                .map(row -> exclusion((Partner) row[0], partners, (String) row[1]))
                .filter(one -> !one.rules().isEmpty())
                .sorted(Comparator.comparing(Exclusion::pointer))
                .toList();
        return new EligibilityCheck(exclusions, rows.stream().anyMatch(row -> (Boolean) row[2]));
    }

    private static Exclusion exclusion(Partner partner, Map<UUID, String> partners, String failed) {
        return new Exclusion(
                partner.ref(),
                partners.get(partner.id()),
                Stream.of(failed.split(","))
                        .filter(rule -> !rule.isEmpty())
                        .map(MatchingRule::valueOf)
                        .toList());
    }

    /**
     * Throws if partners are excluded and there is no reason to override the rules. With a reason, the override is
     * recorded. Whether similar customers are one company has to be decided in any case.
     *
     * @param reason null or blank if the rules are not overridden
     */
    public void override(Opportunity opportunity, EligibilityCheck check, String reason, Instant now) {
        SimilarProtections.requireDecided(!check.undecided());
        if (reason == null || reason.isBlank()) {
            NotEligible.throwIfAny(check.exclusions());
        }
        check.exclusions()
                .forEach(one ->
                        events.fire(opportunity.offering().override(one.partner(), one.rules(), reason.strip(), now)));
    }

    /** The partners of an array in a request, with their pointers. */
    public static Map<UUID, String> inArray(String pointer, List<UUID> partners) {
        var named = new LinkedHashMap<UUID, String>();
        for (int i = 0; i < partners.size(); i++) {
            named.putIfAbsent(partners.get(i), pointer + "/" + i);
        }
        return named;
    }
}
