package ee.sild.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import ee.sild.opportunity.state.LostReason;
import ee.sild.opportunity.state.Phase;
import ee.sild.opportunity.state.ReturnReason;
import ee.sild.platform.Money;

/** How a partner works on an opportunity: from phase to phase, with notes, until it is closed, returned or on hold. */
final class DemoWorkStory {

    private static final List<Phase> PHASES = List.of(Phase.values());
    private static final List<LostReason> LOSSES =
            List.of(LostReason.PRICE, LostReason.COMPETITOR, LostReason.NO_DECISION, LostReason.NO_BUDGET);
    private static final List<ReturnReason> RETURNS = List.of(
            ReturnReason.NO_RESPONSE,
            ReturnReason.NO_INTEREST,
            ReturnReason.TIMEFRAME_OVER_12_MONTHS,
            ReturnReason.NO_FUNDING);

    private final DemoStory story;
    private final DemoPlan plan;
    private final DemoScript script;
    private final DemoActions actions;
    private final DemoOpportunityStory opportunity;

    DemoWorkStory(DemoStory story, DemoOpportunityStory opportunity) {
        this.story = story;
        this.plan = story.plan;
        this.script = story.script;
        this.actions = story.actions;
        this.opportunity = opportunity;
    }

    void schedule() {
        Instant accepted = plan.times().answered();
        Instant last = plan.times().last();
        Duration step = Duration.between(accepted, last).dividedBy(plan.phase() + 3L);
        if (!plan.team().manager().equals(plan.team().seller()) && !plan.isByPartner()) {
            script.at(
                    accepted,
                    story.manager(),
                    () -> actions.assign(id(), story.seller().id()));
        }
        if (plan.number() % 3 != 1) {
            script.at(accepted.plus(step.dividedBy(3)), story.owner(), () -> actions.note(id(), story.text("staff")));
        }
        // Two phases at a time, so that an even number begins with the second one.
        for (int phase = 2 - plan.phase() % 2; phase <= plan.phase(); phase += 2) {
            scheduleAdvance(phase, accepted.plus(step.multipliedBy(phase)), step);
        }
        scheduleEnd(last);
    }

    private void scheduleAdvance(int phase, Instant at, Duration step) {
        script.at(
                at,
                story.seller(),
                () -> actions.move(
                        id(), (found, by, now) -> found.work().changePhase(PHASES.get(phase), null, by, now)));
        script.at(at.plus(step.dividedBy(4)), story.seller(), () -> actions.note(id(), story.text("partner")));
    }

    private void scheduleEnd(Instant at) {
        switch (plan.fate()) {
            case WON -> script.at(at, story.seller(), this::win);
            case LOST ->
                script.at(
                        at,
                        story.seller(),
                        () -> actions.move(
                                id(),
                                (found, by, now) ->
                                        found.closing().lose(story.inTurn(LOSSES), null, actions.today(), by, now)));
            case CANCELED ->
                script.at(
                        at,
                        story.owner(),
                        () -> actions.move(
                                id(),
                                (found, by, now) ->
                                        found.closing().cancel("The customer has stopped the project.", by, now)));
            case RETURNED ->
                script.at(
                        at,
                        story.seller(),
                        () -> actions.move(
                                id(), (found, by, now) -> found.work().giveBack(story.inTurn(RETURNS), null, by, now)));
            case ON_HOLD ->
                script.at(
                        at,
                        story.seller(),
                        () -> actions.move(
                                id(),
                                (found, by, now) -> found.work().hold("The customer decides next quarter.", by, now)));
            default -> {
                // still in progress
            }
        }
    }

    private void win() {
        var value = plan.value();
        var percent = BigDecimal.valueOf(85 + plan.number() % 25);
        var actual = Money.of(value.amount().multiply(percent).movePointLeft(2), value.currency());
        actions.move(id(), (found, by, now) -> found.closing().win(actual, actions.today(), by, now));
    }

    /** A partner of the same country joins a day after the work begins. */
    void scheduleCollaboration(DemoVendor.Company other, boolean firstLeads) {
        Instant joined = plan.times().answered().plus(1, ChronoUnit.DAYS);
        UUID first = story.world.partner(plan.team().company().name());
        UUID second = story.world.partner(other.name());
        var colleague = story.world.actor(other.people().get(1));
        script.at(joined, story.owner(), () -> actions.addCollaborator(id(), second, false));
        if (firstLeads) {
            script.at(joined, story.owner(), () -> actions.addCollaborator(id(), first, true));
        }
        // Each partner of a collaboration names its own user.
        script.at(
                joined,
                story.manager(),
                () -> actions.assign(id(), story.seller().id()));
        script.at(
                joined.plus(1, ChronoUnit.HOURS),
                story.world.actor(other.manager()),
                () -> actions.assign(id(), colleague.id()));
        script.at(
                joined.plus(1, ChronoUnit.HOURS),
                story.owner(),
                () -> actions.note(id(), "Please agree here who does what, so that the customer hears one voice."));
    }

    private UUID id() {
        return opportunity.id();
    }
}
