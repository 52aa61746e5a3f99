package ee.sild.platform.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number of permits; each caller holds at most a share. A free one goes to the waiting caller that holds the fewest,
 * among equals to the first.
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

    /** A new permit, not yet requested. */
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

    /** Requested once and released once. */
    final class Permit {

        private final Object caller;
        private State state = State.NEW;

        private Permit(Object caller) {
            this.caller = caller;
        }

        /** Runs the action when the permit is granted, now or later. */
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

        /** Stops waiting; returns whether the permit was waited for. */
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

        boolean isHeld() {
            synchronized (FairPermits.this) {
                return state == State.HELD;
            }
        }

        /** Releases the permit in any state. */
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
