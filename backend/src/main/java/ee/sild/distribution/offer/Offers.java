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

import ee.sild.platform.Page;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** The offers. Staff see all; a partner's administrators and managers see their company's, sellers none. */
@ApplicationScoped
public class Offers implements PanacheRepositoryBase<Offer, UUID> {

    private static final String VIEW = """
            new ee.sild.distribution.offer.OfferView(d.id, new ee.sild.platform.Ref(d.opportunityId,
                    coalesce(o.details.topic, cast(function('offered_topic', d.opportunityId) as String))),
                      new ee.sild.platform.Ref(p.id, p.name),
                d.status,
                new ee.sild.distribution.offer.OfferDeliveryView(new ee.sild.platform.Ref(d.deliveredBy,
                    coalesce(db.name, cast(function('display_name', d.deliveredBy) as String))), d.deliveredAt, d.message),
                d.answerBy,
                new ee.sild.distribution.offer.OfferAnswerView(new ee.sild.platform.Ref(d.answeredBy,
                    coalesce(ab.name, cast(function('display_name', d.answeredBy) as String))), d.answeredAt),
                d.endedAt, d.reasonCode, d.reason, d.matchingRunId, d.version)""";
    private static final String FROM = """
            Offer d left join Opportunity o on o.id = d.opportunityId join Partner p on p.id = d.partnerId
            left join User db on db.id = d.deliveredBy left join User ab on ab.id = d.answeredBy""";

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

    public Page<OfferView> search(OfferFilter filter, PageRequest listing, CurrentUser viewer) {
        var page = visible(viewer)
                .where("d.status in :status", "status", filter.status)
                .where("d.partnerId in :partner", "partner", filter.partnerId)
                .where("d.opportunityId in :opportunity", "opportunity", filter.opportunityId)
                .page(session, listing, "-deliveredAt");
        return new Page<>(
                page.items().stream().map(view -> forCaller(view, viewer)).toList(), page.nextCursor(), page.total());
    }

    public OfferView view(UUID id, CurrentUser viewer) {
        return visible(viewer).where("d.id = :id", "id", id).all(session, "-deliveredAt").stream()
                .findFirst()
                .map(view -> forCaller(view, viewer))
                .orElseThrow(NotFound::new);
    }

    public List<OfferView> of(UUID opportunity, CurrentUser viewer) {
        return visible(viewer)
                .where("d.opportunityId = :opportunity", "opportunity", opportunity)
                .all(session, "-deliveredAt")
                .stream()
                .map(view -> forCaller(view, viewer))
                .toList();
    }

    private static OfferView forCaller(OfferView view, CurrentUser viewer) {
        return view.forCaller(OfferAction.open(view.status(), viewer));
    }

    private static KeysetQuery<OfferView> visible(CurrentUser viewer) {
        return new KeysetQuery<OfferView>(VIEW, FROM, "d")
                .sortable("deliveredAt", "d.deliveredAt", Instant.class)
                .sortable("answerBy", "d.answerBy", Instant.class)
                .where("d.partnerId = :own", "own", viewer.partnerScope());
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
