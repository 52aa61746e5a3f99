package ee.sild.platform.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number of permits, of which nobody holds more than a share. A free one goes to who holds the fewest of those that
 * wait, the first of them.
 */
final class FairPermits {

    private final int share;
    private final Map<Permit, Runnable> waiting = new LinkedHashMap<>();
    private final Map<Object, Integer> held = new HashMap<>();
    private int free;

    FairPermits(int permits, int share) {
        this.free = permits;
        this.share = share;
    }

    /** One that nobody waits for yet. */
    Permit forCaller(Object caller) {
        return new Permit(caller);
    }

    private void grant() {
        for (var granted = next(); granted.isPresent(); granted = next()) {
            granted.get().run();
        }
    }

    private synchronized Optional<Runnable> next() {
        if (free == 0) {
            return Optional.empty();
        }
        var next = waiting.keySet().stream()
                .filter(permit -> holds(permit.caller) < share)
                .min(Comparator.comparingInt(permit -> holds(permit.caller)));
        return next.map(permit -> {
            free--;
            held.merge(permit.caller, 1, Integer::sum);
            permit.state = State.HELD;
            return waiting.remove(permit);
        });
    }

    private int holds(Object caller) {
        return held.getOrDefault(caller, 0);
    }

    private enum State {
        NEW,
        WAITING,
        HELD,
        ENDED
    }

    /** Is asked for once, and given back once. */
    final class Permit {

        private final Object caller;
        private State state = State.NEW;

        private Permit(Object caller) {
            this.caller = caller;
        }

        /** Runs the action, now or later, when the permit is there. */
        void ask(Runnable granted) {
            synchronized (FairPermits.this) {
                if (state != State.NEW) {
                    return;
                }
                state = State.WAITING;
                waiting.put(this, granted);
            }
            grant();
        }

        /** Whether it was waited for, which it is no longer. */
        boolean giveUp() {
            synchronized (FairPermits.this) {
                if (state != State.WAITING) {
                    return false;
                }
                state = State.ENDED;
                waiting.remove(this);
                return true;
            }
        }

        /** Whatever has become of it until now. */
        void release() {
            synchronized (FairPermits.this) {
                waiting.remove(this);
                if (state == State.HELD) {
                    free++;
                    held.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
                }
                state = State.ENDED;
            }
            grant();
        }
    }
}
