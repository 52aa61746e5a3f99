package ee.sild;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.accepted;
import static ee.sild.Api.as;
import static ee.sild.Api.direct;
import static ee.sild.Api.distribute;
import static ee.sild.Api.opportunity;
import static ee.sild.Api.partner;
import static ee.sild.Api.patch;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The maximum number of statements for each operation, including those that begin and end transactions and name the
 * caller. If a change needs fewer, lower the number.
 */
@QuarkusTest
class StatementCountTest {

    private static final int PAGE = 25;
    private static final int TIMES = 3;

    /** More than there are connections. */
    private static final int MOST_TIMES = 20;

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    /** Sends one request; whatever it needs is created before. */
    private record Sent(RequestSpecification as, Function<RequestSpecification, Response> request) {}

    private DynamicTest operation(String name, int most, Supplier<Sent> prepare) {
        return dynamicTest(name, () -> {
            int count = fewest(prepare, most);
            System.out.println("statements: " + count + " for " + name);
            assertThat(count).as(name).isPositive();
            if (count > most) {
                database.flush(FlushMode.IDLE);
                fail("%s: %d statements instead of %d. On new connections:%n%s"
                        .formatted(name, count, most, String.join("\n", send(prepare))));
            }
            assertThat(fewestNewPlans(prepare))
                    .as("queries that Hibernate plans at every request for " + name)
                    .isZero();
        });
    }

    /** The fewest, because jobs that run meanwhile are counted, too. */
    private long fewestNewPlans(Supplier<Sent> prepare) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < MOST_TIMES && fewest > 0; i++) {
            Sent sent = prepare.get();
            long before = statistics.getQueryPlanCacheMissCount();
            var _ = sent.request().apply(sent.as());
            fewest = Math.min(fewest, statistics.getQueryPlanCacheMissCount() - before);
        }
        statistics.setStatisticsEnabled(false);
        return fewest;
    }

    private DynamicTest read(String name, int most, Person by, String path) {
        return operation(name, most, () -> new Sent(as(by), request -> request.get(path)));
    }

    /**
     * The first requests fill caches, also those of the driver for each connection. More requests are sent while they
     * need more statements than expected.
     */
    private static int fewest(Supplier<Sent> prepare, int expected) {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < TIMES || (i < MOST_TIMES && fewest > expected); i++) {
            fewest = Math.min(fewest, send(prepare).size());
        }
        return fewest;
    }

    private static List<String> send(Supplier<Sent> prepare) {
        Sent sent = prepare.get();
        return SentStatements.during(trace -> assertThat(sent.request()
                        .apply(sent.as().header("traceparent", trace))
                        .statusCode())
                .isBetween(200, 299));
    }

    @TestFactory
    Stream<DynamicTest> reads() {
        Company company = partner();
        Person seller = company.manager();
        String id = accepted(company);
        distribute(opportunity(), company);
        String opportunity = "/api/v1/opportunities/" + id;
        return Stream.of(
                read("me, staff", 2, sales(), "/api/v1/me"),
                read("me, partner", 2, seller, "/api/v1/me"),
                read("opportunity, staff", 3, sales(), opportunity),
                read("opportunity, partner", 3, seller, opportunity),
                read("timeline, staff", 3, sales(), opportunity + "/timeline"),
                read("timeline, partner", 3, seller, opportunity + "/timeline"),
                read("opportunities, staff", 2, sales(), "/api/v1/opportunities"),
                read("opportunities, distributed", 2, seller, "/api/v1/opportunities?view=distributed"),
                read("opportunities, managed", 2, seller, "/api/v1/opportunities?view=managed"),
                read("dashboard, staff", 8, sales(), "/api/v1/dashboard"),
                read("dashboard, partner", 7, seller, "/api/v1/dashboard"),
                read("notifications, staff", 2, sales(), "/api/v1/notifications"),
                read("notifications, partner", 2, seller, "/api/v1/notifications"));
    }

    @TestFactory
    Stream<DynamicTest> writes() {
        Company company = partner();
        Person seller = company.manager();
        String id = accepted(company);
        return Stream.of(
                operation(
                        "add a note",
                        5,
                        () -> new Sent(
                                as(seller).body("{\"text\": \"Kohtusime\"}"),
                                request -> request.post("/api/v1/opportunities/{id}/notes", id))),
                operation("accept an offer", 14, () -> {
                    String offer = distribute(opportunity(), company);
                    return new Sent(as(seller), request -> request.post("/api/v1/distributions/{id}/accept", offer));
                }),
                operation("decline an offer", 11, () -> {
                    String offer = distribute(opportunity(), company);
                    return new Sent(
                            as(seller).body("{\"reasonCode\": \"NO_CAPACITY\"}"),
                            request -> request.post("/api/v1/distributions/{id}/decline", offer));
                }),
                operation("distribute an opportunity", 16, () -> {
                    String fresh = opportunity();
                    return new Sent(
                            as(sales()).body(direct(company.id())),
                            request -> request.post("/api/v1/opportunities/{id}/distribute", fresh));
                }),
                operation("close an opportunity", 16, () -> {
                    String worked = accepted(company);
                    return new Sent(
                            as(seller).body("{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}"),
                            request -> request.post("/api/v1/opportunities/{id}/close", worked));
                }),
                operation("edit an opportunity", 12, () -> {
                    int version = as(sales())
                            .get("/api/v1/opportunities/{id}", id)
                            .jsonPath()
                            .getInt("version");
                    return new Sent(
                            patch(sales(), version).body("{\"topic\": \"Uuendus %d\"}".formatted(version)),
                            request -> request.patch("/api/v1/opportunities/{id}", id));
                }));
    }

    @Test
    void the_size_of_a_page_does_not_matter() {
        Company company = partner();
        Person seller = company.manager();
        for (int i = 0; i <= PAGE; i++) {
            accepted(company);
            distribute(opportunity(), company);
        }
        var different = new ArrayList<String>();
        for (String list : List.of(
                "/api/v1/opportunities?view=distributed",
                "/api/v1/opportunities?view=managed",
                "/api/v1/opportunities?sort=-updatedAt",
                "/api/v1/distributions?")) {
            for (Person caller : list.contains("view=") ? List.of(seller) : List.of(seller, sales())) {
                int one = page(caller, list, 1, page(caller, list, PAGE, Integer.MAX_VALUE));
                int many = page(caller, list, PAGE, one);
                if (one != many) {
                    different.add(list + ": " + one + " statements for one item, " + many + " for " + PAGE);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static int page(Person caller, String list, int size, int expected) {
        return fewest(
                () -> new Sent(as(caller), request -> {
                    var page = request.get(list + "&limit=" + size);
                    assertThat(page.jsonPath().getList("items")).as(list).hasSize(size);
                    return page;
                }),
                expected);
    }
}
