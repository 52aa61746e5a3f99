package ee.sild.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import ee.sild.platform.http.FairPermits.Permit;

import static org.assertj.core.api.Assertions.assertThat;

class FairPermitsTest {

    private final FairPermits permits = new FairPermits(4, 2);
    private final List<String> granted = new ArrayList<>();

    private Permit ask(String caller, String name) {
        Permit permit = permits.forCaller(caller);
        permit.ask(() -> granted.add(name));
        return permit;
    }

    @Test
    void the_number_of_permits_is_limited() {
        for (String caller : List.of("a", "b", "c", "d", "e")) {
            ask(caller, caller);
        }
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_caller_gets_at_most_its_share() {
        Permit first = ask("a", "a1");
        ask("a", "a2");
        ask("a", "a3");
        ask("b", "b1");
        assertThat(granted).containsExactly("a1", "a2", "b1");
        first.release();
        assertThat(granted).containsExactly("a1", "a2", "b1", "a3");
    }

    @Test
    void a_free_permit_goes_to_the_caller_with_the_fewest_and_then_to_the_first() {
        Permit first = ask("a", "a1");
        ask("b", "b1");
        ask("c", "c1");
        Permit fourth = ask("d", "d1");
        ask("b", "b2");
        ask("e", "e1");
        ask("f", "f1");
        first.release();
        fourth.release();
        assertThat(granted).containsExactly("a1", "b1", "c1", "d1", "e1", "f1");
    }

    @Test
    void a_permit_is_returned_once() {
        Permit first = ask("a", "a1");
        ask("b", "b1");
        ask("c", "c1");
        ask("d", "d1");
        first.release();
        first.release();
        ask("e", "e1");
        ask("f", "f1");
        assertThat(granted).containsExactly("a1", "b1", "c1", "d1", "e1");
    }

    @Test
    void a_canceled_request_stops_waiting() {
        Permit first = ask("a", "a1");
        ask("a", "a2");
        Permit third = ask("a", "a3");
        assertThat(third.giveUp()).isTrue();
        assertThat(third.giveUp()).isFalse();
        assertThat(first.giveUp()).isFalse();
        first.release();
        third.release();
        assertThat(granted).containsExactly("a1", "a2");
    }

    @Test
    void a_completed_request_gets_no_permit() {
        Permit late = permits.forCaller("a");
        late.release();
        late.ask(() -> granted.add("late"));
        assertThat(granted).isEmpty();
    }

    @Test
    void no_permit_is_lost_under_concurrency() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new CountDownLatch(1_000);
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 1_000; i++) {
                int caller = i % 7;
                threads.execute(() -> {
                    Permit permit = permits.forCaller(caller);
                    permit.ask(() -> threads.execute(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        now.decrementAndGet();
                        permit.release();
                        served.countDown();
                    }));
                    if (new Random(caller).nextInt(10) == 0 && permit.giveUp()) {
                        served.countDown();
                    }
                });
            }
            assertThat(served.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most.get()).isBetween(1, 4);
        granted.clear();
        for (String caller : List.of("a", "b", "c", "d")) {
            ask(caller, caller);
        }
        assertThat(granted).hasSize(4);
    }
}
