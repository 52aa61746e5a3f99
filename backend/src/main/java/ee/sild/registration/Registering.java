package ee.sild.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import ee.sild.customer.Customers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityEvent.Kind;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.partner.Vocabularies;
import ee.sild.partner.Vocabulary;
import ee.sild.platform.Caller;
import ee.sild.platform.CurrentUser;
import ee.sild.platform.IfMatch;
import ee.sild.platform.Invalid;
import ee.sild.platform.NotAllowed;
import ee.sild.platform.RuleViolation;
import ee.sild.platform.SildConfig;

/** Asking for exclusivity, and what comes of it. The opportunity is locked first, always, and then the registration. */
@ApplicationScoped
class Registering {

    /** What is done to a registration, when; answers what there is to tell. */
    @FunctionalInterface
    interface Act {
        Kind on(DealRegistration registration, Opportunity opportunity, Instant now);
    }

    private final DealRegistrations registrations;
    private final ConflictCheck conflicts;
    private final Opportunities opportunities;
    private final Customers customers;
    private final Partners partners;
    private final Vocabularies vocabularies;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Event<OpportunityEvent> happened;
    private final Approvals approvals;
    private final SildConfig config;
    private final Clock clock;

    Registering(DealRegistrations registrations, ConflictCheck conflicts, Opportunities opportunities, Customers customers, Partners partners, Vocabularies vocabularies,
            CurrentUser user, IfMatch ifMatch, Event<OpportunityEvent> happened, Approvals approvals, SildConfig config, Clock clock) {
        this.registrations = registrations;
        this.conflicts = conflicts;
        this.opportunities = opportunities;
        this.customers = customers;
        this.partners = partners;
        this.vocabularies = vocabularies;
        this.user = user;
        this.ifMatch = ifMatch;
        this.happened = happened;
        this.approvals = approvals;
        this.config = config;
        this.clock = clock;
    }

    DealRegistration register(UUID opportunityId, List<UUID> productLines, String comment) {
        Instant now = clock.instant();
        var opportunity = opportunities.lock(opportunityId, user);
        var party = opportunities.party(opportunity, user);
        if (!party.isWorking()) {
            throw new NotAllowed("opportunity.not-yours");
        }
        if (!opportunity.isRegistrable()) {
            throw new RuleViolation("deal-registration.opportunity");
        }
        if (registrations.open(opportunityId).isPresent()) {
            throw new RuleViolation("deal-registration.open");
        }
        vocabularies.require(Vocabulary.PRODUCT_LINE, productLines, "/productLineIds");
        refuseProtected(opportunity, productLines);
        var registration = new DealRegistration(registrations.nextNumber(LocalDate.ofInstant(now, ZoneOffset.UTC).getYear()), opportunity,
                customers.of(opportunity.customerId()).name(), productLines, comment, user.id(), approval(opportunity, productLines, now), now);
        registrations.persist(registration);
        happened.fire(opportunity.registration(Kind.REGISTRATION_SUBMITTED, null, comment, now));
        registrations.flush();
        return registration;
    }

    /** A partner is told until when, and never whose it is. */
    private void refuseProtected(Opportunity opportunity, List<UUID> productLines) {
        conflicts.protectedUntil(opportunity.customerId(), productLines, opportunity.partnerId()).ifPresent(until -> {
            throw new RuleViolation("deal-registration.protected", until);
        });
    }

    private Approval approval(Opportunity opportunity, Collection<UUID> productLines, Instant now) {
        return approvals.begin(deal(opportunity, productLines), now);
    }

    private static Approvals.Deal deal(Opportunity opportunity, Collection<UUID> productLines) {
        return new Approvals.Deal(opportunity.partnerId(), opportunity.estimatedValue(), opportunity.territoryId(), List.copyOf(productLines));
    }

    DealRegistration make(UUID id, Act act) {
        Instant now = clock.instant();
        var seen = registrations.get(id, user);
        var opportunity = opportunities.lock(seen.opportunityId());
        registrations.getEntityManager().refresh(seen);
        ifMatch.check(seen.version());
        var kind = act.on(seen, opportunity, now);
        registrations.flush();
        happened.fire(opportunity.registration(kind, seen.reasonCode(), seen.reason(), now));
        registrations.flush();
        return seen;
    }

    DealRegistration approve(UUID id, Instant until) {
        return make(id, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.APPROVE);
            requireTurn(registration);
            requireFree(registration, now);
            if (!registration.approval().isAtLastStep()) {
                if (until != null) {
                    throw new Invalid("/exclusiveUntil", "last-step");
                }
                registration.approval().agree(user.id(), now);
                return Kind.REGISTRATION_STEP_APPROVED;
            }
            var end = until == null ? usualEnd(registration, now) : until;
            requireFuture(end, "/exclusiveUntil", now);
            return approve(registration, opportunity, end, now);
        });
    }

    /** The vendor agrees, by its people or by its rules. */
    private Kind approve(DealRegistration registration, Opportunity opportunity, Instant end, Instant now) {
        registration.approve(end, remindAt(end), Optional.ofNullable(user.callerOrNull()).map(Caller::id).orElse(null), now);
        if (opportunity.status() == OpportunityStatus.PENDING_APPROVAL) {
            happened.fire(opportunity.approve(Party.STAFF, now));
        }
        return Kind.REGISTRATION_APPROVED;
    }

    /** For the clock: what the rules approve by themselves, unless something is in the way, at which people have to look. */
    @Transactional
    void decideByItself(UUID id) {
        tick(id, (registration, opportunity, now) -> {
            if (registration.status() != RegistrationStatus.SUBMITTED || !registration.approval().isAutomatic()) {
                return null;
            }
            if (conflicts.isFree(registration) && !registrations.isTaken(registration, now)) {
                return approve(registration, opportunity, usualEnd(registration, now), now);
            }
            registration.approval().leaveToPeople();
            return Kind.REGISTRATION_REFERRED;
        });
    }

    private void requireFree(DealRegistration registration, Instant now) {
        if (registrations.isTaken(registration, now)) {
            throw new RuleViolation("deal-registration.taken");
        }
    }

    DealRegistration reject(UUID id, RejectRegistration request) {
        return make(id, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.REJECT);
            requireTurn(registration);
            registration.reject(request.reasonCode(), request.reason(), user.id(), now);
            return Kind.REGISTRATION_REJECTED;
        });
    }

    DealRegistration requestInformation(UUID id, RequestInformation request) {
        return make(id, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.REQUEST_INFORMATION);
            requireTurn(registration);
            registration.requestInformation(request.fields(), request.reason(), user.id(), now);
            return Kind.REGISTRATION_RETURNED;
        });
    }

    DealRegistration resubmit(UUID id, String comment) {
        return make(id, (registration, opportunity, now) -> {
            if (!opportunity.isRegistrable()) {
                throw new RuleViolation("deal-registration.opportunity");
            }
            registration.resubmit(comment, user.id(), approval(opportunity, registration.productLines(), now), now);
            refuseProtected(opportunity, List.copyOf(registration.productLines()));
            return Kind.REGISTRATION_SUBMITTED;
        });
    }

    DealRegistration withdraw(UUID id) {
        return make(id, (registration, opportunity, now) -> {
            registration.withdraw();
            return Kind.REGISTRATION_WITHDRAWN;
        });
    }

    DealRegistration revoke(UUID id, String why) {
        return make(id, (registration, opportunity, now) -> {
            registration.revoke(why, user.id(), now);
            return Kind.REGISTRATION_REVOKED;
        });
    }

    DealRegistration requestExtension(UUID id, RequestRegistrationExtension request) {
        return make(id, (registration, opportunity, now) -> {
            registration.requestExtension(request.exclusiveUntil(), request.reason(), user.id(), config.registration().extensions(), now);
            return Kind.REGISTRATION_EXTENSION_REQUESTED;
        });
    }

    DealRegistration decideExtension(UUID id, DecideRegistrationExtension request) {
        request.check();
        return make(id, (registration, opportunity, now) -> {
            var end = request.granted() ? request.exclusiveUntil() == null ? registration.extensionUntil() : request.exclusiveUntil() : null;
            registration.decideExtension(end, end == null ? null : remindAt(end), request.reason());
            return request.granted() ? Kind.REGISTRATION_EXTENDED : Kind.REGISTRATION_EXTENSION_REFUSED;
        });
    }

    DealRegistration postpone(UUID id, Instant until) {
        return make(id, (registration, opportunity, now) -> {
            requireFuture(until, "/exclusiveUntil", now);
            registration.require(RegistrationAction.POSTPONE);
            if (!opportunity.isRegistrable() || registrations.open(opportunity.id()).isPresent()) {
                throw new RuleViolation("deal-registration.opportunity");
            }
            requireFree(registration, now);
            registration.postpone(until, remindAt(until), user.id(), now);
            return Kind.REGISTRATION_EXTENDED;
        });
    }

    /** Nobody decides on what they asked for themselves, nor out of turn. */
    private void requireTurn(DealRegistration registration) {
        if (user.id().equals(registration.submittedBy())) {
            throw new NotAllowed("deal-registration.own");
        }
        registration.approval().requireTurn(user);
    }

    private static void requireFuture(Instant until, String pointer, Instant now) {
        if (!until.isAfter(now)) {
            throw new Invalid(pointer, "past");
        }
    }

    /** By the rule, else by the partner's tier. */
    private Instant usualEnd(DealRegistration registration, Instant now) {
        var days = Optional.ofNullable(registration.approval().exclusivityDays()).or(() -> partners.exclusivityDays(registration.partnerId()));
        return now.plus(Duration.ofDays(days.orElse(config.registration().days())));
    }

    private Instant remindAt(Instant until) {
        return until.minus(Duration.ofDays(config.registration().remindDays()));
    }

    /** Exclusivity ends with the work on the opportunity, and another value may be for others to decide on, in the same transaction. */
    void follow(@Observes @Priority(6_000) OpportunityEvent event) {
        if (event.kind() == Kind.EDITED) {
            registrations.open(event.opportunityId()).filter(one -> one.status() == RegistrationStatus.SUBMITTED).ifPresent(one -> reroute(one, event.at()));
            return;
        }
        var ended = switch (event.kind()) {
            case WON, LOST, CANCELED, REJECTED -> RegistrationStatus.CLOSED;
            case RETURNED, TAKEN_BACK -> RegistrationStatus.REVOKED;
            default -> null;
        };
        if (ended != null) {
            registrations.open(event.opportunityId()).ifPresent(one -> one.end(ended, event.kind().name(), event.at()));
        }
    }

    private void reroute(DealRegistration registration, Instant now) {
        var opportunity = opportunities.findById(registration.opportunityId());
        if (registration.approval().follow(approvals.on(deal(opportunity, registration.productLines()), now))) {
            registrations.flush();
            happened.fire(opportunity.registration(Kind.REGISTRATION_REROUTED, null, null, now));
        }
    }

    /** For the clock: whoever decided in the last moment has won already. */
    @Transactional
    void expire(UUID id) {
        tick(id, (registration, opportunity, now) -> {
            if (registration.status() != RegistrationStatus.APPROVED || registration.exclusiveUntil().isAfter(now)) {
                return null;
            }
            registration.expire();
            return Kind.REGISTRATION_EXPIRED;
        });
    }

    /** For the clock: tells the partner that its exclusivity comes to its end, once. */
    @Transactional
    void remind(UUID id) {
        tick(id, (registration, opportunity, now) -> {
            if (registration.status() != RegistrationStatus.APPROVED) {
                return null;
            }
            registration.reminded(now);
            return Kind.REGISTRATION_ENDING;
        });
    }

    /** For the clock: tells those above that a decision is overdue, once. */
    @Transactional
    void escalate(UUID id) {
        tick(id, (registration, opportunity, now) -> {
            if (registration.status() != RegistrationStatus.SUBMITTED) {
                return null;
            }
            registration.approval().overdueTold();
            return Kind.REGISTRATION_OVERDUE;
        });
    }

    /** For the clock: tells those whose decision it is that it is due soon, once. */
    @Transactional
    void remindOfDecision(UUID id) {
        tick(id, (registration, opportunity, now) -> {
            if (registration.status() != RegistrationStatus.SUBMITTED) {
                return null;
            }
            registration.approval().reminded();
            return Kind.REGISTRATION_DUE;
        });
    }

    private void tick(UUID id, Act act) {
        var opportunityId = registrations.findById(id).opportunityId();
        registrations.getEntityManager().clear();
        var opportunity = opportunities.lock(opportunityId);
        var kind = act.on(registrations.findById(id), opportunity, clock.instant());
        if (kind != null) {
            happened.fire(opportunity.registration(kind, null, null, clock.instant()));
        }
    }
}
