package ee.sild.demo;

import java.util.List;
import java.util.Random;

import ee.sild.platform.security.Caller;

/** What the stories of one opportunity share: its users, and the words that they write. */
final class DemoStory {

    final DemoPlan plan;
    final DemoVendor vendor;
    final DemoWorld world;
    final DemoScript script;
    final DemoActions actions;
    private final Random random;

    DemoStory(DemoPlan plan, DemoVendor vendor, DemoWorld world, DemoScript script, DemoActions actions) {
        this.plan = plan;
        this.vendor = vendor;
        this.world = world;
        this.script = script;
        this.actions = actions;
        this.random = new Random(plan.number());
    }

    Caller owner() {
        return world.actor(plan.owner());
    }

    /** The administrator of the partner. */
    Caller manager() {
        return world.actor(plan.team().manager());
    }

    /** The partner's user who works on it. */
    Caller seller() {
        return world.actor(plan.team().seller());
    }

    /** The vendor's user who is responsible for the partner. */
    Caller channelManager() {
        return world.actor(plan.team().company().channelManager());
    }

    /** @param side {@code staff} or {@code partner} */
    String text(String side) {
        return oneOf(vendor.notes().get(side));
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** One of several, by the number of the opportunity. */
    <T> T inTurn(List<T> choices) {
        return choices.get(plan.number() % choices.size());
    }
}
