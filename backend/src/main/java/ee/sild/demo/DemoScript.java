package ee.sild.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import ee.sild.platform.security.Caller;

/** The steps of one story in the order of their time. A step may add later ones. */
final class DemoScript {

    /** @param actor the user who acts; null for the system */
    private record Step(Instant at, int order, Caller actor, Runnable action) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingInt(Step::order));
    private int added;

    /** Adds a step of a user. */
    void at(Instant time, Caller actor, Runnable action) {
        steps.add(new Step(time.truncatedTo(ChronoUnit.SECONDS), added++, actor, action));
    }

    /** Adds a step of the system. */
    void at(Instant time, Runnable action) {
        at(time, null, action);
    }

    /** The times of the steps, from the first to the last. */
    List<Instant> times() {
        return steps.stream().map(Step::at).distinct().sorted().toList();
    }

    /**
     * Performs the steps until a time. Later ones are left to the next call, and those in the future to the product.
     */
    void playUntil(Instant end, DemoStage stage) {
        stage.begin();
        while (!steps.isEmpty() && !steps.peek().at().isAfter(end)) {
            var step = steps.poll();
            stage.perform(step.at(), step.actor(), step.action());
        }
    }
}
