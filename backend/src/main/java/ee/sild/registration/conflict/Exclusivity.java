package ee.sild.registration.conflict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationSettings;

/** What an approved registration grants: no one else sells these product lines to the customer for a period. */
@ApplicationScoped
public class Exclusivity {

    private final DealRegistrations registrations;
    private final Partners partners;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final RegistrationSettings settings;

    Exclusivity(
            DealRegistrations registrations,
            Partners partners,
            CurrentUser user,
            Event<OpportunityEvent> events,
            RegistrationSettings settings) {
        this.registrations = registrations;
        this.partners = partners;
        this.user = user;
        this.events = events;
        this.settings = settings;
    }

    /** Approves a registration, by a user or by the rules. The opportunity is approved with it. */
    public RegistrationEvent grant(DealRegistration registration, Opportunity opportunity, Instant end, Instant now) {
        registration.approve(end, remindAt(end), user, now);
        if (opportunity.status() == OpportunityStatus.PENDING_APPROVAL) {
            events.fire(opportunity.work().approve(Party.STAFF, now));
        }
        return new RegistrationEvent.Approved(EventSubject.of(opportunity), now);
    }

    public void requireFree(DealRegistration registration, Instant now) {
        if (registrations.isTaken(registration, now)) {
            throw new RuleViolation("deal-registration.taken");
        }
    }

    /** The end by the approval rule, otherwise by the tier. */
    public Instant usualEnd(DealRegistration registration, Instant now) {
        var days = Optional.ofNullable(registration.approval().exclusivityDays())
                .or(() -> partners.exclusivityDays(registration.partnerId()));
        return now.plus(Duration.ofDays(days.orElse(settings.days())));
    }

    /** When its partner is reminded that it ends. */
    public Instant remindAt(Instant end) {
        return end.minus(Duration.ofDays(settings.remindDays()));
    }
}
