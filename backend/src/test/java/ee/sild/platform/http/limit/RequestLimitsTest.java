package ee.sild.platform.http.limit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two instances that share a database; a limit of 3,600 requests refills one every 17 ms. */
@QuarkusTest
class RequestLimitsTest {

    private static final int LIMIT = 3_600;
    /** What the limit refills while a test runs. */
    private static final int REFILLED = LIMIT / 4;

    @Inject
    AgroalDataSource database;

    @Inject
    RequestLimits application;

    private final String caller = UUID.randomUUID().toString();

    private static RequestLimits instance(AgroalDataSource database) {
        return new RequestLimits(new SharedBuckets(database), LIMIT);
    }

    private ConsumptionProbe take(RequestLimits instance, int times) {
        ConsumptionProbe last = null;
        for (int i = 0; i < times; i++) {
            last = instance.take(caller);
        }
        return last;
    }

    @Test
    void instances_agree_after_they_have_settled() {
        var one = instance(database);
        var other = instance(database);
        take(one, 2_000);
        assertThat(take(other, 1_000).getRemainingTokens()).isGreaterThanOrEqualTo(LIMIT - 1_000);
        one.settle();
        other.settle();
        assertThat(take(other, 1).getRemainingTokens()).isBetween(599L, 599L + REFILLED);
        take(one, 1);
        one.settle();
        assertThat(take(one, 1).getRemainingTokens()).isBetween(598L, 598L + REFILLED);
    }

    @Test
    void an_exhausted_caller_is_refused_by_the_other_instance_until_the_limit_is_refilled() {
        var one = instance(database);
        var other = instance(database);
        take(one, LIMIT);
        take(other, LIMIT);
        one.settle();
        other.settle();
        ConsumptionProbe refused = take(other, 1);
        assertThat(refused.isConsumed()).isFalse();
        assertThat(refused.getNanosToWaitForRefill()).isPositive();
        one.shared(caller).reset();
        other.settle();
        assertThat(take(other, 1).isConsumed()).isTrue();
    }

    @Test
    void a_changed_limit_holds_for_callers_that_were_counted_before() {
        var before = instance(database);
        take(before, 10);
        before.settle();
        for (int changed : new int[] {60, 2 * LIMIT}) {
            var after = new RequestLimits(new SharedBuckets(database), changed);
            take(after, 1);
            after.settle();
            assertThat(after.shared(caller).getAvailableTokens()).isBetween(changed - 1L, (long) changed);
            take(after, changed);
            after.settle();
            assertThat(after.shared(caller).getAvailableTokens()).isLessThan(changed / 4);
        }
    }

    @Test
    void the_application_settles_every_second() throws Exception {
        application.shared(caller).consumeIgnoringRateLimits(2 * application.perMinute());
        assertThat(application.take(caller).isConsumed()).isTrue();
        Instant end = Instant.now().plusSeconds(10);
        while (application.take(caller).isConsumed() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(application.take(caller).isConsumed()).isFalse();
    }

    @Test
    void concurrent_first_requests_of_a_caller_are_all_counted() throws Exception {
        var instances = List.of(instance(database), instance(database));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var taken = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> {
                        var instance = instances.get(n % 2);
                        for (int i = 0; i < 200; i++) {
                            assertThat(instance.take(caller).isConsumed()).isTrue();
                        }
                        instance.settle();
                    }))
                    .toList();
            for (var thread : taken) {
                thread.get();
            }
        }
        instances.forEach(RequestLimits::settle);
        assertThat(instances.getFirst().shared(caller).getAvailableTokens())
                .isBetween(LIMIT - 1_600L, LIMIT - 1_600L + REFILLED);
    }

    @Test
    void without_the_database_requests_are_counted_in_memory_and_settled_later() throws SQLException {
        var count = new RequestCount(caller, SharedBuckets.limit(LIMIT, Duration.ofMinutes(1)));
        try (var unavailable = unavailable()) {
            var instance = instance(unavailable);
            take(instance, LIMIT);
            instance.settle();
            assertThat(take(instance, REFILLED).isConsumed()).isFalse();

            count.take();
            assertThatThrownBy(() -> count.settle(instance.shared(caller)))
                    .isInstanceOf(BucketExecutionException.class);
            count.take();
        }
        assertThat(count.isUsed()).isTrue();
        var shared = instance(database).shared(caller);
        shared.consumeIgnoringRateLimits(2L * LIMIT);
        count.settle(shared);
        assertThat(count.isUsed()).isFalse();
        assertThat(count.take().isConsumed()).isFalse();
        assertThat(shared.getAvailableTokens()).isBetween(-LIMIT - 2L, -LIMIT - 2L + REFILLED);
    }

    private static AgroalDataSource unavailable() throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(1))
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl("jdbc:postgresql://127.0.0.1:1/nowhere"))));
    }
}
