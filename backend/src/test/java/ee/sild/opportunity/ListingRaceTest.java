package ee.sild.opportunity;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ee.sild.Api;
import ee.sild.platform.security.DatabaseActor;

import static org.assertj.core.api.Assertions.assertThat;

/** An opportunity is listed with the current names and amounts, also if they change while it gets them. */
@QuarkusTest
class ListingRaceTest {

    @Inject
    Session session;

    /** A change of an opportunity, a change of what it is listed with, and the identity of that. */
    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "update opportunity set customer_id = ?1 where id = ?2",
                        "update customer set name = 'Renamed' where id = ?1",
                        (Supplier<String>) ListingRaceTest::customer),
                Arguments.of(
                        "update opportunity set owner_id = ?1 where id = ?2",
                        "update app_user set name = 'Renamed' where id = ?1",
                        (Supplier<String>) () -> Api.staff("SALES").id()),
                Arguments.of(
                        "update opportunity set partner_id = ?1, partner_user_id = null where id = ?2",
                        "update partner set name = 'Renamed' where id = ?1",
                        (Supplier<String>) () -> Api.partner().id()),
                Arguments.of(
                        "update opportunity set customer_id = ?1 where id = ?2",
                        "update customer set registry_code = upper(id::text), web_domain = 'race.example' where id = ?1",
                        (Supplier<String>) ListingRaceTest::customer),
                Arguments.of(
                        "insert into opportunity_contact (contact_id, opportunity_id) values (?1, ?2)",
                        "update customer_contact set name = 'Renamed', email = 'race@x.example' where id = ?1",
                        (Supplier<String>) ListingRaceTest::contact),
                Arguments.of("""
                        update opportunity set status = 'WON', closed_at = now(), closed_on = current_date - 3,
                          actual_value = 100, currency = 'CHF', owner_id = ?1 where id = ?2""", """
                        insert into exchange_rate (currency, valid_from, rate)
                        select 'CHF', current_date - 3, 2 from app_user where id = ?1
                            on conflict (currency, valid_from) do update set rate = exchange_rate.rate + 1""", (Supplier<String>) () -> Api.sales().id()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_name_or_rate_changes_before_the_opportunity_is_committed(String list, String change, Supplier<String> of) {
        var opportunity = UUID.fromString(Api.accepted(Api.partner()));
        var id = UUID.fromString(of.get());

        inParallel(() -> run(list, id, opportunity), () -> run(change, id));

        assertThat(differences(opportunity)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void an_opportunity_is_listed_before_the_name_or_rate_is_committed(
            String list, String change, Supplier<String> of) {
        var opportunity = UUID.fromString(Api.accepted(Api.partner()));
        var id = UUID.fromString(of.get());

        inParallel(() -> run(change, id), () -> run(list, id, opportunity));

        assertThat(differences(opportunity)).isEmpty();
    }

    @AfterAll
    static void removeRate() {
        DatabaseActor.SYSTEM.act(() -> QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeMutationQuery("delete from exchange_rate where currency = 'CHF'")
                        .executeUpdate()));
    }

    private static String contact() {
        return Api.answered(
                        Api.as(Api.sales())
                                .body("{\"name\": \"Aasa Kontakt\"}")
                                .post("/api/v1/customers/{id}/contacts", customer()),
                        201)
                .path("id")
                .asText();
    }

    private static String customer() {
        return Api.answered(
                        Api.as(Api.sales())
                                .body("{\"name\": \"Aasa %s\", \"country\": \"EE\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
    }

    /** The second transaction begins while the first has not ended; it may wait for it. */
    private void inParallel(Runnable first, Runnable second) {
        var changed = new CountDownLatch(1);
        var waited = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = CompletableFuture.runAsync(
                    () -> inTransaction(() -> {
                        first.run();
                        changed.countDown();
                        await(waited, 10_000);
                    }),
                    threads);
            assertThat(await(changed, 10_000)).isTrue();
            var one = CompletableFuture.runAsync(() -> inTransaction(second), threads)
                    .whenComplete((done, e) -> waited.countDown());
            await(waited, 500);
            waited.countDown();
            other.join();
            one.join();
        }
    }

    private static boolean await(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inTransaction(Runnable change) {
        DatabaseActor.SYSTEM.act(() -> {
            QuarkusTransaction.requiringNew().run(change);
            return null;
        });
    }

    private void run(String sql, Object... parameters) {
        var statement = session.createNativeMutationQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setParameter(i + 1, parameters[i]);
        }
        assertThat(statement.executeUpdate()).isOne();
    }

    private List<String> differences(UUID opportunity) {
        return DatabaseActor.SYSTEM.act(() -> QuarkusTransaction.requiringNew().call(() -> {
            session.createNativeQuery("select refresh_listing(now(), 500)", Integer.class)
                    .getSingleResult();
            return ListedDifferences.find(session, opportunity);
        }));
    }
}
