package ee.sild.distribution.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.distribution.collaboration.AddCollaborator;
import ee.sild.distribution.offer.Offer;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/** Distributes an opportunity to one partner or several, or to the pool. */
@ApplicationScoped
public class DistributeOpportunity {

    private final EligiblePartners eligible;
    private final AddCollaborator addCollaborator;
    private final DistributionMethods methods;
    private final DistributionPlanner planner;
    private final Opportunities opportunities;
    private final Partners partners;
    private final CurrentUser user;
    private final Clock clock;

    DistributeOpportunity(
            EligiblePartners eligible,
            AddCollaborator addCollaborator,
            DistributionMethods methods,
            DistributionPlanner planner,
            Opportunities opportunities,
            Partners partners,
            CurrentUser user,
            Clock clock) {
        this.eligible = eligible;
        this.addCollaborator = addCollaborator;
        this.methods = methods;
        this.planner = planner;
        this.opportunities = opportunities;
        this.partners = partners;
        this.user = user;
        this.clock = clock;
    }

    public Opportunity distribute(UUID opportunityId, DistributeOpportunityRequest request, ExpectedVersion version) {
        Instant now = clock.instant();
        var opportunity = opportunities.lock(opportunityId, user, version);
        var check = eligible.check(opportunityId, named(request), now);
        check(opportunity, request, now);
        opportunity.offering().requireDistribution(opportunities.party(opportunity, user));
        eligible.override(opportunity, check, request.overrideReason(), now);
        switch (request) {
            case DirectDistributionRequest direct -> offer(opportunity, direct, now);
            case CollaborativeDistributionRequest several -> share(opportunity, several, now);
            case MatchedDistributionRequest matched -> match(opportunity, matched, now);
        }
        opportunities.flush();
        return opportunity;
    }

    /** The partners that the request names, with their pointers. */
    private static Map<UUID, String> named(DistributeOpportunityRequest request) {
        return switch (request) {
            case DirectDistributionRequest direct -> Map.of(direct.partnerId(), "/partnerId");
            case CollaborativeDistributionRequest several ->
                EligiblePartners.inArray("/partnerIds", several.partnerIds());
            case MatchedDistributionRequest _ -> Map.of();
        };
    }

    private void check(Opportunity opportunity, DistributeOpportunityRequest request, Instant now) {
        var violations = new Violations();
        request.check(now, violations);
        switch (request) {
            case DirectDistributionRequest direct ->
                violations.addIf(partners.active(direct.partnerId()).isEmpty(), "/partnerId", "partner.not-active");
            case CollaborativeDistributionRequest several -> {
                for (int i = 0; i < several.partnerIds().size(); i++) {
                    violations.addIf(
                            !addCollaborator.accepts(
                                    opportunity, several.partnerIds().get(i)),
                            "/partnerIds/" + i,
                            "partner.not-active");
                }
            }
            case MatchedDistributionRequest _ -> {
                // names no partner
            }
        }
        violations.throwIfAny();
    }

    private void offer(Opportunity opportunity, DirectDistributionRequest request, Instant now) {
        var partner = partners.findById(request.partnerId());
        var time = partners.answerTime(partner, request.answerBy(), now);
        var offer = new Offer(opportunity.id(), partner.id(), request.message(), user.id(), time, now);
        planner.deliver(
                opportunity, offer, new Ref(partner.id(), partner.name()), opportunities.party(opportunity, user), now);
    }

    /** Gives it to several partners in one step. */
    private void share(Opportunity opportunity, CollaborativeDistributionRequest request, Instant now) {
        addCollaborator.addAll(opportunity, request.toAdd(), now);
    }

    /** Offers it to the partner that the method finds, or opens it to the pool if a rule says so. */
    private void match(Opportunity opportunity, MatchedDistributionRequest request, Instant now) {
        var by = opportunities.party(opportunity, user);
        var resolved = methods.resolve(opportunity.id(), request.method(), request.weights(), now)
                .orElseThrow(() -> new RuleViolation("distribution.no-rule"));
        var command = new DistributionCommand(user.id(), by, request.message(), request.answerBy());
        if (!planner.execute(opportunity, resolved, request.method(), null, command, now)) {
            throw planner.nobody(opportunity, resolved);
        }
    }
}
