package ee.sild.distribution.collaboration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import ee.sild.distribution.offer.CollaborativeDistributionRequest;
import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityEvent.Kind;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partner;
import ee.sild.partner.Partners;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.Ref;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** Manages the partners that share an opportunity: they are added, asked, made lead, leave and are removed. */
@ApplicationScoped
public class Collaboration {

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Offers offers;
    private final Partners partners;
    private final CurrentUser user;
    private final RowSecurity rows;
    private final IfMatch ifMatch;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    Collaboration(
            Opportunities opportunities,
            Collaborators collaborators,
            Offers offers,
            Partners partners,
            CurrentUser user,
            RowSecurity rows,
            IfMatch ifMatch,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.offers = offers;
        this.partners = partners;
        this.user = user;
        this.rows = rows;
        this.ifMatch = ifMatch;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a partner, or changes whether an existing one leads. The first partner starts the collaboration. */
    Opportunity put(UUID opportunityId, UUID partnerId, AddCollaboratorRequest request) {
        var opportunity = locked(opportunityId);
        Instant now = clock.instant();
        var there = collaborators.of(opportunityId, partnerId);
        if (there.isEmpty()) {
            var violations =
                    new Violations().addIf(partners.active(partnerId).isEmpty(), "/partnerId", "partner.not-active");
            request.check(now, violations);
            violations.throwIfAny();
            add(opportunity, partnerId, request, now);
        } else if (request.lead() != null && request.lead() != there.get().isLead()) {
            lead(opportunity, there.get(), request.lead(), now);
        }
        opportunities.flush();
        return opportunity;
    }

    /** Adds violations for partners that cannot get the opportunity. */
    public void check(Opportunity opportunity, CollaborativeDistributionRequest request, Violations violations) {
        for (int i = 0; i < request.partnerIds().size(); i++) {
            var partner = request.partnerIds().get(i);
            violations.addIf(
                    collaborators.of(opportunity.id(), partner).isEmpty()
                            && partners.active(partner).isEmpty(),
                    "/partnerIds/" + i,
                    "partner.not-active");
        }
    }

    /** Gives an opportunity to several partners in one step. */
    public void start(Opportunity opportunity, CollaborativeDistributionRequest request, Instant now) {
        for (UUID partner : request.partnerIds()) {
            if (collaborators.of(opportunity.id(), partner).isEmpty()) {
                add(
                        opportunity,
                        partner,
                        new AddCollaboratorRequest(
                                partner.equals(request.leadPartnerId()),
                                request.asks(),
                                request.message(),
                                request.answerBy()),
                        now);
            }
        }
    }

    private void add(Opportunity opportunity, UUID partnerId, AddCollaboratorRequest request, Instant now) {
        var partner = partners.findById(partnerId);
        boolean asked = request.asks();
        if (opportunity.collaborationId() == null) {
            if (partnerId.equals(opportunity.partnerId())) {
                throw new RuleViolation("collaboration.alone");
            }
            start(opportunity, asked, now);
        }
        var ref = new Ref(partner.id(), partner.name());
        Party by = opportunities.party(opportunity, user);
        var event = asked
                ? opportunity.sharing().ask(ref, by, now)
                : opportunity.sharing().add(ref, by, now);
        var place = place(opportunity, partner, request, asked, now);
        events.fire(event);
        if (request.leads()) {
            lead(opportunity, place, true, now);
        }
    }

    /** A partner that already works on it becomes one of several, without the lead. */
    private void start(Opportunity opportunity, boolean asked, Instant now) {
        var before = offers.latest(opportunity.id(), OfferStatus.ACCEPTED);
        var alone = opportunity.partnerId();
        opportunity.sharing().start(asked, opportunities.party(opportunity, user), now);
        if (alone != null) {
            var offer = before.orElseGet(() -> kept(Offer.joined(opportunity, alone, user.id(), now)));
            offer.share(opportunity.collaborationId());
            collaborators.persist(
                    Collaborator.joined(opportunity.id(), opportunity.collaborationId(), alone, offer.id(), null, now));
        }
        opportunities.flush();
    }

    private Collaborator place(
            Opportunity opportunity, Partner partner, AddCollaboratorRequest request, boolean asked, Instant now) {
        var time = partners.answerTime(partner, request.answerBy(), now);
        var offer = new Offer(opportunity.id(), partner.id(), request.message(), user.id(), time, now);
        offer.share(opportunity.collaborationId());
        if (!asked) {
            offer.takePart(now);
        }
        offers.persist(offer);
        var place = asked
                ? Collaborator.asked(
                        opportunity.id(), opportunity.collaborationId(), partner.id(), offer.id(), time.answerBy())
                : Collaborator.joined(
                        opportunity.id(), opportunity.collaborationId(), partner.id(), offer.id(), null, now);
        collaborators.persist(place);
        return place;
    }

    private Offer kept(Offer offer) {
        offers.persist(offer);
        return offer;
    }

    private void lead(Opportunity opportunity, Collaborator place, boolean leads, Instant now) {
        if (leads && !place.hasJoined()) {
            throw new RuleViolation("collaboration.not-joined");
        }
        collaborators.all(opportunity.id()).forEach(other -> other.lead(false));
        collaborators.flush();
        place.lead(leads);
        events.fire(opportunity
                .sharing()
                .lead(leads ? partners.ref(place.partnerId()) : null, opportunities.party(opportunity, user), now));
    }

    /**
     * Removes a partner, or recalls its unanswered offer. The last one cannot be removed; the opportunity is taken back
     * instead.
     */
    Opportunity remove(UUID opportunityId, UUID partnerId) {
        var opportunity = locked(opportunityId);
        Instant now = clock.instant();
        var place = collaborators.of(opportunityId, partnerId).orElseThrow(NotFound::new);
        var others = collaborators.all(opportunityId).stream()
                .filter(one -> !one.partnerId().equals(partnerId))
                .toList();
        boolean working = opportunity.status() != OpportunityStatus.DELIVERED;
        boolean last =
                (working && place.hasJoined()) ? others.stream().noneMatch(Collaborator::hasJoined) : others.isEmpty();
        if (last) {
            throw new RuleViolation("collaboration.last");
        }
        Party by = opportunities.party(opportunity, user);
        var partner = partners.ref(partnerId);
        var event = place.hasJoined()
                ? opportunity.sharing().remove(partner, by, now)
                : opportunity.sharing().drop(partnerId, Kind.RECALLED, null, null, now);
        var offer = offers.findById(place.distributionId());
        if (place.hasJoined()) {
            offer.end(OfferStatus.REVOKED, now);
        } else {
            offer.recall(now);
        }
        collaborators.delete(place);
        events.fire(event);
        opportunities.flush();
        return opportunity;
    }

    private Opportunity locked(UUID id) {
        var opportunity = opportunities.lock(id, user);
        ifMatch.check(opportunity.version());
        return opportunity;
    }

    /** A partner that was asked joins. */
    public OpportunityEvent join(Opportunity opportunity, Offer offer, Instant now) {
        var place = placeOf(opportunity, offer);
        place.join(user.id(), now);
        return opportunity.sharing().join(partners.ref(offer.partnerId()), now);
    }

    /**
     * A partner that was asked does not join. Empty if it was the last one: the opportunity then returns as with a
     * single offer.
     */
    public Optional<OpportunityEvent> drop(Opportunity opportunity, Offer offer, Kind how, Instant now) {
        boolean last = collaborators.all(opportunity.id()).stream()
                .allMatch(one -> one.partnerId().equals(offer.partnerId()));
        if (last) {
            return Optional.empty();
        }
        collaborators.delete(placeOf(opportunity, offer));
        return Optional.of(opportunity.sharing().drop(offer.partnerId(), how, offer.reasonCode(), offer.reason(), now));
    }

    private Collaborator placeOf(Opportunity opportunity, Offer offer) {
        return collaborators
                .of(opportunity.id(), offer.partnerId())
                .orElseThrow(() -> new RuleViolation("distribution.transition", offer.status()));
    }

    /**
     * Ends the collaboration when the work of all partners ends, and removes a partner that leaves. Unanswered requests
     * to join end too.
     */
    void onOpportunityEvent(@Observes @Priority(ObserverOrder.COLLABORATION) OpportunityEvent event) {
        switch (event.kind()) {
            case TAKEN_BACK, RETURNED, DECLINED, EXPIRED, RECALLED -> {
                if (event.collaborationId() != null) {
                    recallAsked(event);
                    collaborators.clear(event.opportunityId());
                }
            }
            case WON, LOST, CANCELED -> {
                if (event.collaborationId() != null) {
                    recallAsked(event);
                }
            }
            case COLLABORATOR_LEFT -> leave(event);
            default -> {
                // no collaborator joins or leaves
            }
        }
    }

    private void leave(OpportunityEvent event) {
        var place = collaborators
                .of(event.opportunityId(), event.details().with().id())
                .orElseThrow(NotFound::new);
        offers.findById(place.distributionId()).end(OfferStatus.RETURNED, event.at());
        collaborators.delete(place);
    }

    private void recallAsked(OpportunityEvent event) {
        rows.asSystem(() -> {
            List<Collaborator> asked = collaborators.all(event.opportunityId()).stream()
                    .filter(one -> !one.hasJoined())
                    .toList();
            asked.forEach(one -> {
                var offer = offers.findById(one.distributionId());
                if (offer.status() == OfferStatus.DELIVERED) {
                    offer.recall(event.at());
                }
                collaborators.delete(one);
            });
            collaborators.flush();
            return null;
        });
    }
}
