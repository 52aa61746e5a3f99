package ee.sild.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityEvent.Kind;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.security.CurrentUser;

/**
 * Executes commands on registrations and records them on the opportunity. The opportunity is always locked first, then
 * the registration.
 */
@ApplicationScoped
public class RegistrationTransitions {

    /** A change to a registration, at a time; returns the kind of event. */
    @FunctionalInterface
    public interface Command {
        Kind on(DealRegistration registration, Opportunity opportunity, Instant now);
    }

    private final DealRegistrations registrations;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    RegistrationTransitions(
            DealRegistrations registrations,
            Opportunities opportunities,
            CurrentUser user,
            IfMatch ifMatch,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.registrations = registrations;
        this.opportunities = opportunities;
        this.user = user;
        this.ifMatch = ifMatch;
        this.events = events;
        this.clock = clock;
    }

    /** Executes a command of the caller on a visible registration. */
    public DealRegistration execute(UUID id, RegistrationTransitions.Command act) {
        Instant now = clock.instant();
        var seen = registrations.get(id, user);
        var opportunity = opportunities.lock(seen.opportunityId());
        registrations.getEntityManager().refresh(seen);
        ifMatch.check(seen.version());
        var kind = act.on(seen, opportunity, now);
        registrations.flush();
        events.fire(opportunity.registration(kind, seen.reasonCode(), seen.reason(), now));
        registrations.flush();
        return seen;
    }

    /** Executes a deadline command, which returns null for no event. */
    void tick(UUID id, RegistrationTransitions.Command act) {
        var opportunityId = registrations.findById(id).opportunityId();
        registrations.getEntityManager().clear();
        var opportunity = opportunities.lock(opportunityId);
        var kind = act.on(registrations.findById(id), opportunity, clock.instant());
        if (kind != null) {
            events.fire(opportunity.registration(kind, null, null, clock.instant()));
        }
    }
}
