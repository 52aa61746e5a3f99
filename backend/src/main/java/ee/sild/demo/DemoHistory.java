package ee.sild.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.demo.DemoPlan.Origin;
import ee.sild.demo.DemoVendor.Client;
import ee.sild.demo.DemoVendor.Company;
import ee.sild.opportunity.OpportunityStatus;

/** The demo's past: the customers, the opportunities, and what recurs. */
@ApplicationScoped
class DemoHistory {

    /** Users are notified of the last month only. */
    private static final int DAYS_NOTIFIED = 30;
    /** Users have read what is older. */
    private static final int DAYS_UNREAD = 5;
    /** Alerts are raised on these days, counted back from the first start. */
    private static final List<Integer> DAYS_ALERTED = List.of(DAYS_NOTIFIED, 20, 10, DAYS_UNREAD, 3, 2, 1);
    /** Users receive mails about the last day only. */
    private static final int DAYS_MAILED = 1;

    private final DemoFounding founding;
    private final DemoPeople people;
    private final DemoActions actions;
    private final DemoRegistrationStory registrations;
    private final DemoJobs jobs;

    DemoHistory(
            DemoFounding founding,
            DemoPeople people,
            DemoActions actions,
            DemoRegistrationStory registrations,
            DemoJobs jobs) {
        this.founding = founding;
        this.people = people;
        this.actions = actions;
        this.registrations = registrations;
        this.jobs = jobs;
    }

    /** A customer and a product line for which a partner has requested exclusivity. */
    private record Deal(Client client, int line) {}

    /** Counts the opportunities of which every so manieth has a special story. */
    private static final class Counters {

        private final Map<Deal, Instant> takenUntil = new HashMap<>();
        private int pending;
        private int collaborations;

        /** Whether nobody has requested exclusivity that still lasts. If so, it is this opportunity's until it ends. */
        private boolean take(DemoPlan plan) {
            var deal = new Deal(plan.client(), plan.project().line());
            boolean isFree = takenUntil
                    .getOrDefault(deal, Instant.MIN)
                    .isBefore(plan.times().created());
            if (isFree) {
                takenUntil.put(
                        deal,
                        plan.fate() == OpportunityStatus.WON || plan.fate() == OpportunityStatus.LOST
                                ? plan.times().last()
                                : Instant.MAX);
            }
            return isFree;
        }
    }

    /**
     * Performs what happens after the users have joined. Stories run one after another, in the order in which their
     * opportunities are created, and each until the next day on which something concerns all of them.
     */
    void perform(DemoStage stage, DemoVendor vendor, DemoWorld world, Instant founded, Instant now) {
        var plans = new DemoPlanner(vendor, now)
                .plans().stream()
                        .sorted(Comparator.comparing(plan -> plan.times().created()))
                        .toList();
        stage.perform(founded, world.actor("Mari Saar"), () -> createCustomers(plans, vendor, world));
        var counters = new Counters();
        var scripts = plans.stream()
                .map(plan -> script(plan, vendor, world, counters, now))
                .toList();
        var routine = routine(world, now);
        for (Instant day : routine.times()) {
            scripts.forEach(script -> script.playUntil(day, stage));
            routine.playUntil(day, stage);
        }
    }

    private DemoScript script(DemoPlan plan, DemoVendor vendor, DemoWorld world, Counters counters, Instant now) {
        var story = new DemoStory(plan, vendor, world, new DemoScript(), actions);
        write(story, counters, now);
        return story.script;
    }

    /** The vendor creates all customers, except those that a partner brings. */
    private void createCustomers(List<DemoPlan> plans, DemoVendor vendor, DemoWorld world) {
        var ofPartners = plans.stream()
                .filter(plan -> plan.origin() == Origin.PARTNER_WITH_NEW_CUSTOMER)
                .map(DemoPlan::client)
                .toList();
        vendor.clients().stream()
                .filter(client -> !ofPartners.contains(client))
                .forEach(client -> founding.createCustomer(vendor, client, world));
    }

    private void write(DemoStory story, Counters counters, Instant now) {
        var opportunity = new DemoOpportunityStory(story, jobs);
        opportunity.schedule();
        if (story.plan.isByPartner()) {
            writeApproval(story, opportunity, counters, now);
        }
        if (story.plan.isWorked()) {
            var work = new DemoWorkStory(story, opportunity);
            work.schedule();
            if (story.plan.fate() == OpportunityStatus.ACCEPTED && !story.plan.isByPartner()) {
                writeCollaboration(story, work, counters);
            }
        }
    }

    /** The vendor approves with a registration if no other partner has exclusivity, otherwise without. */
    private void writeApproval(DemoStory story, DemoOpportunityStory opportunity, Counters counters, Instant now) {
        var plan = story.plan;
        boolean isFree = plan.fate() != OpportunityStatus.CANCELED && counters.take(plan);
        if (plan.isWorked() && isFree) {
            registrations.scheduleApproved(story, opportunity, registrations.until(plan, now));
        } else if (plan.isWorked()) {
            opportunity.scheduleApproval();
        } else if (isFree && ++counters.pending % 3 == 0) {
            registrations.scheduleReturned(story, opportunity);
        } else if (isFree) {
            var submitted = now.minus(20L + 50L * (counters.pending % 8), ChronoUnit.MINUTES);
            registrations.schedulePending(story, opportunity, submitted);
        }
    }

    /** Every sixth accepted opportunity gets one more partner of the same country. In every second case one leads. */
    private void writeCollaboration(DemoStory story, DemoWorkStory work, Counters counters) {
        var mine = story.plan.team().company();
        var others = story.vendor.partners().stream()
                .filter(other -> other.country().equals(mine.country()) && !other.equals(mine))
                .toList();
        if (counters.collaborations++ % 6 == 0 && !others.isEmpty()) {
            Company other = story.inTurn(others);
            work.scheduleCollaboration(other, counters.collaborations % 12 == 1);
        }
    }

    /** What concerns all opportunities, until now. */
    private DemoScript routine(DemoWorld world, Instant now) {
        var routine = new DemoScript();
        everyone(routine, world, now.minus(DAYS_NOTIFIED, ChronoUnit.DAYS), people::receiveNotifications);
        DAYS_ALERTED.forEach(days -> routine.at(now.minus(days, ChronoUnit.DAYS), jobs::raiseAlerts));
        everyone(routine, world, now.minus(DAYS_UNREAD, ChronoUnit.DAYS), people::readNotifications);
        everyone(routine, world, now.minus(DAYS_MAILED, ChronoUnit.DAYS), people::receiveMails);
        routine.at(now, jobs::countStatistics);
        return routine;
    }

    private static void everyone(DemoScript routine, DemoWorld world, Instant at, Runnable action) {
        world.actors().forEach(actor -> routine.at(at, actor, action));
    }
}
