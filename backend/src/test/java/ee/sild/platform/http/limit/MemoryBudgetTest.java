package ee.sild.platform.http.limit;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryBudgetTest {

    @Test
    void an_amount_that_does_not_fit_is_not_reserved_in_part() {
        var budget = new MemoryBudget(10);
        assertThat(budget.reserve(7)).isTrue();
        assertThat(budget.reserve(4)).isFalse();
        assertThat(budget.reserve(3)).isTrue();
        assertThat(budget.reserve(1)).isFalse();
        budget.release(7);
        assertThat(budget.reserve(7)).isTrue();
    }

    @Test
    void concurrent_reservations_never_exceed_the_budget() throws Exception {
        var budget = new MemoryBudget(500);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var taken = threads.invokeAll(Collections.<Callable<Boolean>>nCopies(2_000, () -> budget.reserve(1)));
            long served = 0;
            for (var one : taken) {
                served += one.get() ? 1 : 0;
            }
            assertThat(served).isEqualTo(500);
        }
    }
}
