package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** The offers. Staff see all; a partner's administrators and managers see their company's, sellers none. */
@ApplicationScoped
public class Offers implements PanacheRepositoryBase<Offer, UUID> {

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

    /** The latest offer of an opportunity with this status. */
    public Optional<Offer> latest(UUID opportunity, OfferStatus status) {
        return find("opportunityId = ?1 and status = ?2 order by deliveredAt desc", opportunity, status)
                .firstResultOptional();
    }

    /**
     * Changes all matching offers of an opportunity in this status, regardless of the caller. The opportunity must be
     * locked.
     */
    void each(UUID opportunity, OfferStatus status, Predicate<Offer> which, Consumer<Offer> move) {
        rows.asSystem(() -> {
            list("opportunityId = ?1 and status = ?2", opportunity, status).stream()
                    .filter(which)
                    .forEach(move);
            flush();
            return null;
        });
    }

    /** Offers past their answer deadline, in batches. */
    public List<UUID> overdue(Instant now) {
        return due("answerBy <= :now order by answerBy", now);
    }

    /** Offers whose partner must be reminded, in batches. */
    public List<UUID> toRemind(Instant now) {
        return due("remindedAt is null and remindAt <= :now and answerBy > :now order by remindAt", now);
    }

    private List<UUID> due(String which, Instant now) {
        return session.createSelectionQuery("select id from Offer where status = :delivered and " + which, UUID.class)
                .setParameter("delivered", OfferStatus.DELIVERED)
                .setParameter("now", now)
                .setMaxResults(BatchRunner.AT_ONCE)
                .getResultList();
    }
}
