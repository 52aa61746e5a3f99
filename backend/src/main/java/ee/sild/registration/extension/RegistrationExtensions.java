package ee.sild.registration.extension;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.EventSubject;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationAction;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationSettings;
import ee.sild.registration.RegistrationTransitions;
import ee.sild.registration.conflict.Exclusivity;
import ee.sild.registration.scope.ScopeChanges;

/** Extends exclusivity: partners request it, staff decide or renew it after the end. */
@ApplicationScoped
class RegistrationExtensions {

    private final DealRegistrations registrations;
    private final RegistrationTransitions transitions;
    private final Exclusivity exclusivity;
    private final ScopeChanges scopeChanges;
    private final CurrentUser user;
    private final RegistrationSettings settings;

    RegistrationExtensions(
            DealRegistrations registrations,
            RegistrationTransitions transitions,
            Exclusivity exclusivity,
            ScopeChanges scopeChanges,
            CurrentUser user,
            RegistrationSettings settings) {
        this.registrations = registrations;
        this.transitions = transitions;
        this.exclusivity = exclusivity;
        this.scopeChanges = scopeChanges;
        this.user = user;
        this.settings = settings;
    }

    DealRegistration requestExtension(UUID id, RequestRegistrationExtensionRequest request, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.requestExtension(request.exclusiveUntil(), request.reason(), user, settings.extensions(), now);
            return new RegistrationEvent.ExtensionRequested(EventSubject.of(opportunity), now);
        });
    }

    public DealRegistration decideExtension(
            UUID id, DecideRegistrationExtensionRequest request, ExpectedVersion version) {
        request.check();
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.DECIDE_EXTENSION, user);
            var on = EventSubject.of(opportunity);
            if (!request.granted()) {
                registration.refuseExtension(request.reason(), user);
                return new RegistrationEvent.ExtensionRefused(on, request.reason(), now);
            }
            var end = request.exclusiveUntil() == null
                    ? registration.exclusivity().requestedEnd()
                    : request.exclusiveUntil();
            registration.extend(end, exclusivity.remindAt(end), request.reason(), user);
            return new RegistrationEvent.Extended(on, request.reason(), now);
        });
    }

    public DealRegistration postpone(UUID id, Instant until, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            Exclusivity.requireFuture(until, now);
            registration.require(RegistrationAction.POSTPONE, user);
            if (!opportunity.isRegistrable()
                    || registrations.open(opportunity.id()).isPresent()) {
                throw new RuleViolation("deal-registration.opportunity");
            }
            exclusivity.requireFree(registration, now);
            registration.postpone(until, exclusivity.remindAt(until), user, now);
            scopeChanges.compare(registration, opportunity, now);
            return new RegistrationEvent.Extended(EventSubject.of(opportunity), null, now);
        });
    }
}
