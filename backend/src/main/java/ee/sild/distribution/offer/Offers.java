package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.partner.Partner;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

/** The offers. Staff see all; a partner's administrators and managers see their company's, sellers none. */
@ApplicationScoped
public class Offers implements PanacheRepositoryBase<Offer, UUID> {

    private static final String HOLD = "select d.partnerId, "
            + RowSecurity.KEEP_VISIBLE.formatted("cast(d.opportunityId as String)") + " from Offer d where d.id = :id";

    /** PostgreSQL locks the rows in this order, and reads those again that have changed meanwhile. */
    private static final String LOCK = """
            select {o.*}, {d.*}, {p.*}, display_name(d.delivered_by) as deliverer
              from distribution d join opportunity o on o.id = d.opportunity_id join partner p on p.id = d.partner_id
             where d.id = :id
               for no key update of o, d""";

    private final Session session;
    private final RowSecurity rows;

    Offers(Session session, RowSecurity rows) {
        this.session = session;
        this.rows = rows;
    }

    /** Returns the offer; throws {@link NotFound} if the viewer may not see it. */
    public Offer get(UUID id, CurrentUser viewer) {
        return findByIdOptional(id)
                .filter(offer -> viewer.sees(offer.partnerId()))
                .orElseThrow(NotFound::new);
    }

    /**
     * Locks the opportunity of an offer, then the offer, and reads both. Neither of them may have been read before in
     * this transaction. Throws {@link NotFound} if the viewer may not see the offer.
     */
    public LockedOffer lock(UUID id, CurrentUser viewer) {
        boolean isVisible = session.createSelectionQuery(HOLD, Object[].class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .filter(row -> viewer.sees((UUID) row[0]))
                .isPresent();
        if (!isVisible) {
            throw new NotFound();
        }
        return lock(id);
    }

    /** The same for the system, which sees all offers. */
    public LockedOffer lock(UUID id) {
        Object[] row = session.createNativeQuery(LOCK, Object[].class)
                .addEntity("o", Opportunity.class)
                .addEntity("d", Offer.class)
                .addEntity("p", Partner.class)
                .addScalar("deliverer", String.class)
                .setParameter("id", id)
                .getSingleResult();
        return new LockedOffer((Opportunity) row[0], (Offer) row[1], ((Partner) row[2]).ref(), (String) row[3]);
    }

    /**
     * The rules that exclude a partner from what it was offered, except those that staff have overridden. Until the end
     * of the transaction, nobody gets exclusivity for the company.
     */
    public Set<MatchingRule> objections(UUID id, Instant now) {
        return Stream.of(ScalarQuery.of(session, "select offer_objections(:id, :now)", String[].class)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .getSingleResult())
                .map(MatchingRule::valueOf)
                .collect(toUnmodifiableSet());
    }

    /** These offers, in the order in which their opportunities must be locked. */
    public List<UUID> inLockingOrder(Collection<UUID> ids) {
        var opportunities = session
                .createSelectionQuery("select d.id, d.opportunityId from Offer d where d.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .stream()
                .collect(toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
        return ids.stream()
                .sorted(comparing(id -> opportunities.getOrDefault(id, id)))
                .toList();
    }

    /** The latest offer of an opportunity with this status. */
    public Optional<Offer> latest(UUID opportunity, OfferStatus status) {
        return find("opportunityId = ?1 and status = ?2 order by deliveredAt desc", opportunity, status)
                .firstResultOptional();
    }

    /**
     * Changes all matching offers of an opportunity in one of these statuses, regardless of the caller. The opportunity
     * must be locked.
     */
    void each(UUID opportunity, Set<OfferStatus> statuses, Predicate<Offer> which, Consumer<Offer> move) {
        rows.asSystem(() -> {
            list("opportunityId = ?1 and status in ?2", opportunity, statuses).stream()
                    .filter(which)
                    .forEach(move);
            flush();
            return null;
        });
    }

    /** Offers past their answer deadline, in batches. */
    public List<DueOffer> overdue(Instant now) {
        return due("answerBy <= :now order by answerBy", now);
    }

    /** Offers whose partner must be reminded, in batches. */
    public List<DueOffer> toRemind(Instant now) {
        return due("remindedAt is null and remindAt <= :now and answerBy > :now order by remindAt", now);
    }

    private List<DueOffer> due(String which, Instant now) {
        return session.createSelectionQuery(
                        "select id, opportunityId from Offer where status = DELIVERED and " + which, DueOffer.class)
                .setParameter("now", now)
                .setMaxResults(BatchRunner.AT_ONCE)
                .getResultList();
    }
}
