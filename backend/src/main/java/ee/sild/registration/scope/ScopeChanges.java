package ee.sild.registration.scope;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationScope;
import ee.sild.registration.approval.Approvals;

/** Asks for approval again when the opportunity of an approved registration changes materially. */
@ApplicationScoped
public class ScopeChanges {

    private final DealRegistrations registrations;
    private final Materiality materiality;
    private final Approvals approvals;
    private final CurrentUser user;
    private final Event<RegistrationEvent> events;

    ScopeChanges(
            DealRegistrations registrations,
            Materiality materiality,
            Approvals approvals,
            CurrentUser user,
            Event<RegistrationEvent> events) {
        this.registrations = registrations;
        this.materiality = materiality;
        this.approvals = approvals;
        this.user = user;
        this.events = events;
    }

    /** Compares an edited opportunity with what was approved. */
    public void follow(DealRegistration registration, Opportunity opportunity, OpportunityEvent.Edited edited) {
        if (edited.touches("value.")
                || edited.touches("classification.territoryId")
                || edited.touches("classification.productLineIds")) {
            compare(registration, opportunity, lines(registration, opportunity, edited.linesBefore()), edited.at());
        }
    }

    /** Compares an opportunity with what was approved before, after it may have changed unnoticed. */
    public void compare(DealRegistration registration, Opportunity opportunity, Instant now) {
        compare(registration, opportunity, Set.copyOf(registration.productLines()), now);
    }

    private void compare(DealRegistration registration, Opportunity opportunity, Set<UUID> lines, Instant now) {
        var next = RegistrationScope.of(opportunity);
        if (materiality.isMaterial(registration, next, lines, now)) {
            if (!registration.asksFor(next, lines)) {
                registration.requestChange(
                        next, lines, approvals.begin(Materiality.deal(registration, next, lines), now), user, now);
                fire(new RegistrationEvent.ChangeRequested(EventSubject.of(opportunity), now));
            }
        } else if (registration.isChangePending()) {
            registration.dropChange();
            fire(new RegistrationEvent.ChangeWithdrawn(EventSubject.of(opportunity), now));
        }
    }

    /**
     * The product lines that the registration would cover: those so far, with what the edit has added to the
     * opportunity and without what it has removed. They stay if none would be left.
     */
    private static Set<UUID> lines(DealRegistration registration, Opportunity opportunity, Set<UUID> before) {
        var after = opportunity.details().productLines();
        var lines = new HashSet<>(
                registration.isChangePending() ? registration.requestedLines() : registration.productLines());
        before.stream().filter(line -> !after.contains(line)).forEach(lines::remove);
        after.stream().filter(line -> !before.contains(line)).forEach(lines::add);
        return lines.isEmpty() ? Set.copyOf(registration.productLines()) : lines;
    }

    private void fire(RegistrationEvent event) {
        registrations.flush();
        events.fire(event);
    }
}
