package ee.sild.opportunity.transition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.identity.UserStatus;
import ee.sild.identity.Users;
import ee.sild.opportunity.ExtensionSettings;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/**
 * Executes every command on an opportunity in the same steps: lock it, change it, notify others, return its new state.
 */
@ApplicationScoped
public class MoveOpportunity {

    /** A change to an opportunity, by a party, at a time. */
    @FunctionalInterface
    public interface Command {
        OpportunityEvent on(Opportunity opportunity, Party by, Instant now);
    }

    private final Opportunities opportunities;
    private final OpportunityViews views;
    private final Collaborators collaborators;
    private final Partners partners;
    private final Users users;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final ExtensionSettings extension;
    private final Clock clock;

    MoveOpportunity(
            Opportunities opportunities,
            OpportunityViews views,
            Collaborators collaborators,
            Partners partners,
            Users users,
            CurrentUser user,
            Event<OpportunityEvent> events,
            ExtensionSettings extension,
            Clock clock) {
        this.opportunities = opportunities;
        this.views = views;
        this.collaborators = collaborators;
        this.partners = partners;
        this.users = users;
        this.user = user;
        this.events = events;
        this.extension = extension;
        this.clock = clock;
    }

    OpportunityView execute(UUID id, ExpectedVersion version, Command command) {
        return views.view(move(id, version, command), user);
    }

    /** Executes a command without building a response. */
    public Opportunity move(UUID id, ExpectedVersion version, Command command) {
        var opportunity = opportunities.lock(id, user, version);
        events.fire(command.on(opportunity, opportunities.party(opportunity, user), clock.instant()));
        opportunities.flush();
        return opportunity;
    }

    OpportunityView close(UUID id, CloseOpportunityRequest request, ExpectedVersion version) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var on = request.closedOn() == null ? today : request.closedOn();
        // In time zones ahead of UTC it may already be tomorrow.
        new Violations()
                .addIf(on.isAfter(today.plusDays(1)), "/closedOn", "future")
                .addIf(request.outcome() == Outcome.WON && request.actualValue() == null, "/actualValue", "required")
                .addIf(request.outcome() == Outcome.LOST && request.reasonCode() == null, "/reasonCode", "required")
                .throwIfAny();
        return execute(
                id,
                version,
                (opportunity, by, now) -> request.outcome() == Outcome.WON
                        ? opportunity.closing().win(request.actualValue(), on, by, now)
                        : opportunity.closing().lose(request.reasonCode(), request.reason(), on, by, now));
    }

    OpportunityView extend(UUID id, ExtendOpportunityRequest request, ExpectedVersion version) {
        return execute(
                id,
                version,
                (opportunity, by, now) -> opportunity
                        .work()
                        .extend(
                                request.dueOn(),
                                request.reason(),
                                extension.times(),
                                extension.days(),
                                user.id(),
                                by,
                                now));
    }

    OpportunityView decideExtension(UUID id, DecideExtensionRequest request, ExpectedVersion version) {
        request.check();
        return execute(id, version, (opportunity, by, now) -> {
            var requested = opportunity.dueDate().extensionRequest();
            boolean asRequested = request.granted() && request.dueOn() == null && requested != null;
            return opportunity
                    .work()
                    .decideExtension(asRequested ? requested.dueOn() : request.dueOn(), request.reason(), by, now);
        });
    }

    OpportunityView assign(UUID id, UUID assigneeId, ExpectedVersion version) {
        return views.view(assignTo(id, assigneeId, version), user);
    }

    /** Assigns it to a user of the caller's partner, or for staff, of any partner that works on it. */
    public Opportunity assignTo(UUID id, UUID assigneeId, ExpectedVersion version) {
        return move(id, version, (opportunity, by, now) -> {
            var assignee = users.findByIdOptional(assigneeId)
                    .filter(found -> found.status() == UserStatus.ACTIVE)
                    .filter(found -> user.isStaff() || user.partnerId().equals(found.partnerId()))
                    .orElseThrow(() -> new Invalid("/userId", "unknown-reference"));
            boolean shared = opportunity.collaborationId() != null;
            var collaborator = collaborators.of(id, assignee.partnerId()).filter(Collaborator::hasJoined);
            if (shared ? collaborator.isEmpty() : !assignee.partnerId().equals(opportunity.partnerId())) {
                throw new Invalid("/userId", "unknown-reference");
            }
            var event = opportunity.work().assign(new Ref(assignee.id(), assignee.name()), by, now);
            collaborator.ifPresent(one -> one.assign(assignee.id()));
            return event;
        });
    }

    /** In a collaboration one partner leaves; the last one returns it. */
    OpportunityView giveBack(UUID id, ReturnOpportunityRequest request, ExpectedVersion version) {
        return execute(id, version, (opportunity, by, now) -> {
            if (opportunity.collaborationId() == null) {
                return opportunity.work().giveBack(request.reasonCode(), request.reason(), by, now);
            }
            boolean others = collaborators.all(id).stream()
                    .anyMatch(one -> one.hasJoined() && !one.partnerId().equals(user.partnerId()));
            return others
                    ? opportunity
                            .sharing()
                            .leave(partners.ref(user.partnerId()), request.reasonCode(), request.reason(), by, now)
                    : opportunity.work().giveBack(request.reasonCode(), request.reason(), by, now);
        });
    }
}
