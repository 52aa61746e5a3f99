package ee.sild.opportunity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.identity.UserStatus;
import ee.sild.identity.Users;
import ee.sild.platform.CurrentUser;
import ee.sild.platform.IfMatch;
import ee.sild.platform.Invalid;
import ee.sild.platform.Ref;
import ee.sild.platform.SildConfig;

/** Every change of an opportunity is the same steps: lock it, act on it, tell the others, show it as it is now. */
@ApplicationScoped
class Moves {

    /** What is done to it, by whom, when. */
    @FunctionalInterface
    interface Act {
        OpportunityEvent on(Opportunity opportunity, Party by, Instant now);
    }

    private final Opportunities opportunities;
    private final OpportunityBook book;
    private final Users users;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Event<OpportunityEvent> happened;
    private final SildConfig config;
    private final Clock clock;

    Moves(Opportunities opportunities, OpportunityBook book, Users users, CurrentUser user, IfMatch ifMatch,
            Event<OpportunityEvent> happened, SildConfig config, Clock clock) {
        this.opportunities = opportunities;
        this.book = book;
        this.users = users;
        this.user = user;
        this.ifMatch = ifMatch;
        this.happened = happened;
        this.config = config;
        this.clock = clock;
    }

    OpportunityView make(UUID id, Act act) {
        var opportunity = opportunities.lock(id, user);
        ifMatch.check(opportunity.version());
        happened.fire(act.on(opportunity, Opportunities.party(opportunity, user), clock.instant()));
        opportunities.flush();
        return book.view(opportunity, user);
    }

    OpportunityView close(UUID id, CloseOpportunity request) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var on = request.closedOn() == null ? today : request.closedOn();
        // A day ahead of UTC it may already be tomorrow.
        if (on.isAfter(today.plusDays(1))) {
            throw new Invalid("/closedOn", "future");
        }
        if (request.outcome() == Outcome.WON && request.actualValue() == null) {
            throw new Invalid("/actualValue", "required");
        }
        if (request.outcome() == Outcome.LOST && request.reasonCode() == null) {
            throw new Invalid("/reasonCode", "required");
        }
        return make(id, (opportunity, by, now) -> request.outcome() == Outcome.WON
                ? opportunity.win(request.actualValue(), on, by, now)
                : opportunity.lose(request.reasonCode(), request.reason(), on, by, now));
    }

    OpportunityView extend(UUID id, ExtendOpportunity request) {
        var policy = config.extension();
        return make(id, (opportunity, by, now) -> opportunity.extend(request.dueOn(), request.reason(), policy.times(),
                policy.days(), by, now));
    }

    OpportunityView assign(UUID id, UUID personId) {
        return make(id, (opportunity, by, now) -> {
            var person = users.findByIdOptional(personId)
                    .filter(found -> opportunity.partnerId() != null && opportunity.partnerId().equals(found.partnerId()))
                    .filter(found -> found.status() == UserStatus.ACTIVE)
                    .orElseThrow(() -> new Invalid("/userId", "unknown-reference"));
            return opportunity.assign(new Ref(person.id(), person.name()), by, now);
        });
    }
}
