package ee.sild.registration.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import ee.sild.customer.Customers;
import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.edit.CreateOpportunity;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationSettings;
import ee.sild.registration.RegistrationStatus;
import ee.sild.registration.RegistrationStatus.Transition;
import ee.sild.registration.RegistrationTransitions;
import ee.sild.registration.Submission;
import ee.sild.registration.approval.Approval;
import ee.sild.registration.approval.Approvals;
import ee.sild.registration.conflict.ConflictCheck;

/** Submits and updates a partner's requests for exclusivity. */
@ApplicationScoped
public class RegistrationSubmission {

    private final DealRegistrations registrations;
    private final RegistrationTransitions transitions;
    private final ConflictCheck conflicts;
    private final Approvals approvals;
    private final Opportunities opportunities;
    private final CreateOpportunity newcomers;
    private final Customers customers;
    private final Vocabularies vocabularies;
    private final CurrentUser user;
    private final Event<RegistrationEvent> events;
    private final RegistrationSettings settings;
    private final Clock clock;

    RegistrationSubmission(
            DealRegistrations registrations,
            RegistrationTransitions transitions,
            ConflictCheck conflicts,
            Approvals approvals,
            Opportunities opportunities,
            CreateOpportunity newcomers,
            Customers customers,
            Vocabularies vocabularies,
            CurrentUser user,
            Event<RegistrationEvent> events,
            RegistrationSettings settings,
            Clock clock) {
        this.registrations = registrations;
        this.transitions = transitions;
        this.conflicts = conflicts;
        this.approvals = approvals;
        this.opportunities = opportunities;
        this.newcomers = newcomers;
        this.customers = customers;
        this.vocabularies = vocabularies;
        this.user = user;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    DealRegistration register(RegisterNewDealRequest request) {
        var violations = new Violations()
                .requireReference(
                        vocabularies.has(Vocabulary.PRODUCT_LINE, request.productLineIds()), "/productLineIds");
        var brought = newcomers.create(request.opportunity(), user, violations.within("/opportunity"));
        return register(brought.id(), request.productLineIds(), request.comment());
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
        refuseProtected(opportunity, productLines);
        var registration = new DealRegistration(
                registrations.nextNumber(
                        LocalDate.ofInstant(now, ZoneOffset.UTC).getYear()),
                opportunity,
                customers.of(opportunity.customerId()).name(),
                productLines,
                new Submission(comment, user.id(), now, false),
                approval(opportunity, productLines, now));
        registrations.persist(registration);
        events.fire(new RegistrationEvent.Submitted(EventSubject.of(opportunity), comment, now));
        registrations.flush();
        return registration;
    }

    DealRegistration resubmit(UUID id, String comment, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            requireRegistrable(opportunity);
            registration.resubmit(comment, approval(opportunity, registration.productLines(), now), user, now);
            refuseProtected(opportunity, List.copyOf(registration.productLines()));
            return new RegistrationEvent.Submitted(EventSubject.of(opportunity), comment, now);
        });
    }

    DealRegistration withdraw(UUID id, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.withdraw(user);
            return new RegistrationEvent.Withdrawn(EventSubject.of(opportunity), now);
        });
    }

    DealRegistration requestExtension(UUID id, RequestRegistrationExtensionRequest request, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.requestExtension(request.exclusiveUntil(), request.reason(), user, settings.extensions(), now);
            return new RegistrationEvent.ExtensionRequested(EventSubject.of(opportunity), now);
        });
    }

    private static void requireRegistrable(Opportunity opportunity) {
        if (!opportunity.isRegistrable()) {
            throw new RuleViolation("deal-registration.opportunity");
        }
    }

    /** Throws if another partner has exclusivity. The partner sees until when, but never whose it is. */
    private void refuseProtected(Opportunity opportunity, List<UUID> productLines) {
        conflicts
                .protectedUntil(opportunity.customerId(), productLines, opportunity.partnerId())
                .ifPresent(until -> {
                    throw new RuleViolation("deal-registration.protected", until);
                });
    }

    private Approval approval(Opportunity opportunity, Collection<UUID> productLines, Instant now) {
        return approvals.begin(deal(opportunity, productLines), now);
    }

    private static Approvals.Deal deal(Opportunity opportunity, Collection<UUID> productLines) {
        return new Approvals.Deal(
                opportunity.partnerId(),
                opportunity.details().estimatedValue(),
                opportunity.details().territoryId(),
                List.copyOf(productLines));
    }

    /**
     * Ends exclusivity with the work on the opportunity, and changes the approvers if a new value requires it, in the
     * same transaction.
     */
    void onOpportunityEvent(@Observes @Priority(ObserverOrder.REGISTRATION) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Edited _ ->
                registrations
                        .open(event.on().opportunityId())
                        .filter(one -> one.status() == RegistrationStatus.SUBMITTED)
                        .ifPresent(one -> reroute(one, event.at()));
            case OpportunityEvent.Won _ -> end(event, Transition.CLOSE, "WON");
            case OpportunityEvent.Lost _ -> end(event, Transition.CLOSE, "LOST");
            case OpportunityEvent.Canceled _ -> end(event, Transition.CLOSE, "CANCELED");
            case OpportunityEvent.Rejected _ -> end(event, Transition.CLOSE, "REJECTED");
            case OpportunityEvent.Returned _ -> end(event, Transition.REVOKE, "RETURNED");
            case OpportunityEvent.TakenBack _ -> end(event, Transition.REVOKE, "TAKEN_BACK");
            default -> {
                // changes no registration
            }
        }
    }

    private void end(OpportunityEvent event, Transition transition, String reason) {
        registrations.open(event.on().opportunityId()).ifPresent(one -> one.end(transition, reason, event.at()));
    }

    private void reroute(DealRegistration registration, Instant now) {
        var opportunity = opportunities.findById(registration.opportunityId());
        if (registration.approval().replan(approvals.on(deal(opportunity, registration.productLines()), now))) {
            registrations.flush();
            events.fire(new RegistrationEvent.Rerouted(EventSubject.of(opportunity), now));
        }
    }
}
