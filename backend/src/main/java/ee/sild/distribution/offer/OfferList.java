package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.platform.Page;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;

/** The offers as responses: those that the caller may see, filtered and sorted. */
@ApplicationScoped
public class OfferList {

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

    OfferList(Session session) {
        this.session = session;
    }

    public Page<OfferView> search(OfferFilter filter, PageRequest listing, CurrentUser viewer) {
        return visible(viewer)
                .whereOneOf("d.status", "status", filter.status)
                .whereOneOf("d.partnerId", "partner", filter.partnerId)
                .whereOneOf("d.opportunityId", "opportunity", filter.opportunityId)
                .page(session, listing, "-deliveredAt")
                .map(view -> forCaller(view, viewer));
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
        return new KeysetQuery<OfferView>(VIEW, FROM, "d.id")
                .sortable("deliveredAt", "d.deliveredAt", Instant.class)
                .sortable("answerBy", "d.answerBy", Instant.class)
                .where("d.partnerId = :own", "own", viewer.partnerScope());
    }
}
