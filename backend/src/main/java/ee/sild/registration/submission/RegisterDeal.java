package ee.sild.registration.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.customer.Customers;
import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.Submission;
import ee.sild.registration.approval.Approvals;
import ee.sild.registration.approval.Deal;
import ee.sild.registration.conflict.ConflictCheck;

/** Requests exclusivity for an opportunity of a partner. */
@ApplicationScoped
public class RegisterDeal {

    private final DealRegistrations registrations;
    private final ConflictCheck conflicts;
    private final Approvals approvals;
    private final Opportunities opportunities;
    private final Customers customers;
    private final Vocabularies vocabularies;
    private final CurrentUser user;
    private final Event<RegistrationEvent> events;
    private final Clock clock;

    RegisterDeal(
            DealRegistrations registrations,
            ConflictCheck conflicts,
            Approvals approvals,
            Opportunities opportunities,
            Customers customers,
            Vocabularies vocabularies,
            CurrentUser user,
            Event<RegistrationEvent> events,
            Clock clock) {
        this.registrations = registrations;
        this.conflicts = conflicts;
        this.approvals = approvals;
        this.opportunities = opportunities;
        this.customers = customers;
        this.vocabularies = vocabularies;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    public DealRegistration register(UUID opportunityId, List<UUID> productLines, String comment) {
        Instant now = clock.instant();
        var opportunity = opportunities.lock(opportunityId, user);
        var party = opportunities.party(opportunity, user);
        if (!party.isWorking()) {
            throw new NotAllowed("opportunity.not-yours");
        }
        requireRegistrable(opportunity);
        if (registrations.open(opportunityId).isPresent()) {
            throw new RuleViolation("deal-registration.open");
        }
        vocabularies.require(Vocabulary.PRODUCT_LINE, productLines, "/productLineIds");
        conflicts.requireUnprotected(opportunity, productLines);
        var registration = new DealRegistration(
                registrations.nextNumber(now),
                opportunity,
                customers.of(opportunity.customerId()).name(),
                productLines,
                new Submission(comment, user.id(), now, false),
                approvals.begin(Deal.of(opportunity, productLines), now));
        registrations.persist(registration);
        events.fire(new RegistrationEvent.Submitted(EventSubject.of(opportunity), comment, now));
        registrations.flush();
        return registration;
    }

    static void requireRegistrable(Opportunity opportunity) {
        if (!opportunity.isRegistrable()) {
            throw new RuleViolation("deal-registration.opportunity");
        }
    }
}
