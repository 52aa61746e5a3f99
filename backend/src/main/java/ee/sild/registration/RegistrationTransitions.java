package ee.sild.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.security.CurrentUser;

/** Executes commands on registrations and fires their events. */
@ApplicationScoped
public class RegistrationTransitions {

    /** A change to a registration, at a time; returns the event that happened. */
    @FunctionalInterface
    public interface Command {
        RegistrationEvent on(DealRegistration registration, Opportunity opportunity, Instant now);
    }

    private final DealRegistrations registrations;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Event<RegistrationEvent> events;
    private final Clock clock;

    RegistrationTransitions(
            DealRegistrations registrations,
            Opportunities opportunities,
            CurrentUser user,
            Event<RegistrationEvent> events,
            Clock clock) {
        this.registrations = registrations;
        this.opportunities = opportunities;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Executes a command of the caller on a visible registration. */
    public DealRegistration execute(UUID id, ExpectedVersion version, RegistrationTransitions.Command command) {
        Instant now = clock.instant();
        var registration = registrations.get(id, user);
        var opportunity = opportunities.lockBefore(registration.opportunityId(), registration);
        version.check(registration.version());
        var event = command.on(registration, opportunity, now);
        registrations.flush();
        events.fire(event);
        registrations.flush();
        return registration;
    }

    /** Executes a deadline command, which returns null for no event. */
    public void tick(UUID id, RegistrationTransitions.Command command) {
        var registration = registrations.findById(id);
        var opportunity = opportunities.lockBefore(registration.opportunityId(), registration);
        var event = command.on(registration, opportunity, clock.instant());
        if (event != null) {
            events.fire(event);
        }
    }
}
