package ee.sild.opportunity.transition;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.problem.ExpectedVersion;
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
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    MoveOpportunity(
            Opportunities opportunities,
            OpportunityViews views,
            CurrentUser user,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.opportunities = opportunities;
        this.views = views;
        this.user = user;
        this.events = events;
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
}
