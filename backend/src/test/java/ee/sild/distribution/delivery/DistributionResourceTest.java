package ee.sild.distribution.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import ee.sild.Api;

import static ee.sild.Api.accepted;
import static ee.sild.Api.as;
import static ee.sild.Api.distribute;
import static ee.sild.Api.opportunity;
import static ee.sild.Api.partner;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class DistributionResourceTest {

    @Test
    void a_declined_opportunity_can_be_offered_to_another_partner() {
        var first = partner();
        var second = partner();
        String id = opportunity();
        String offer = distribute(id, first);
        as(first.admin())
                .body("{\"reasonCode\": \"OTHER\"}")
                .post("/api/v1/distributions/{id}/decline", offer)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reason"));
        as(first.manager())
                .body("{\"reasonCode\": \"NO_CAPACITY\", \"reason\": \"Suvi\"}")
                .post("/api/v1/distributions/{id}/decline", offer)
                .then()
                .statusCode(200)
                .body("status", is("DECLINED"), "actions", empty());
        as(sales())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .body("status", is("DECLINED"), "outcome.reasonCode", is("NO_CAPACITY"), "outcome.reason", is("Suvi"));
        as(first.admin()).get("/api/v1/opportunities/{id}", id).then().statusCode(404);

        distribute(id, second);
        as(second.admin())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body("outcome.reasonCode", nullValue());
        as(second.admin())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items.event", contains("DELIVERED", "CREATED"));
        as(second.admin())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .body("items.status", contains("DELIVERED"));
        as(sales())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .body("items.status", contains("DELIVERED", "DECLINED"));
    }

    @Test
    void several_offers_are_answered_together_but_separately() {
        var company = partner();
        var others = distribute(opportunity(), partner());
        String first = opportunity();
        String good = distribute(first, company);
        String second = distribute(opportunity(), company);
        String recalledOf = opportunity();
        String recalled = distribute(recalledOf, company);
        as(sales()).post("/api/v1/opportunities/{id}/recall", recalledOf).then().statusCode(200);

        as(company.manager())
                .body("{\"ids\": [\"%s\", \"%s\", \"%s\"]}".formatted(recalled, good, others))
                .post("/api/v1/distributions/accept")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(recalled, good, others),
                        "items[0].problem.code",
                        is("distribution.transition"),
                        "items[0].distribution",
                        nullValue(),
                        "items[1].distribution.status",
                        is("ACCEPTED"),
                        "items[1].problem",
                        nullValue(),
                        "items[2].problem.code",
                        is("not-found"));
        as(company.admin()).get("/api/v1/opportunities/{id}", first).then().body("status", is("ACCEPTED"));
        as(company.admin())
                .body("{\"ids\": [\"%s\"], \"reasonCode\": \"OTHER\"}".formatted(second))
                .post("/api/v1/distributions/decline")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reason"));
        as(company.admin())
                .body("{\"ids\": [\"%s\", \"%s\"], \"reasonCode\": \"NO_CAPACITY\"}".formatted(good, second))
                .post("/api/v1/distributions/decline")
                .then()
                .statusCode(200)
                .body(
                        "items[0].problem.code",
                        is("distribution.transition"),
                        "items[1].distribution.status",
                        is("DECLINED"));
        as(company.admin())
                .body("{\"ids\": []}")
                .post("/api/v1/distributions/accept")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/ids"));
    }

    @Test
    void a_recalled_offer_cannot_be_answered() {
        var company = partner();
        String id = opportunity();
        String offer = distribute(id, company);
        as(sales())
                .post("/api/v1/opportunities/{id}/recall", id)
                .then()
                .statusCode(200)
                .body("status", is("NEW"));
        as(company.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(409)
                .body("code", is("distribution.transition"));
        as(sales())
                .post("/api/v1/distributions/{id}/recall", distribute(id, company))
                .then()
                .statusCode(200)
                .body("status", is("RECALLED"));
    }

    @Test
    void an_unanswered_offer_expires() throws InterruptedException {
        var company = partner();
        String id = opportunity();
        String answerBy = Instant.now().plusMillis(1500).toString();
        String offer = as(sales())
                .body("{\"method\": \"DIRECT\", \"partnerId\": \"%s\", \"answerBy\": \"%s\"}"
                        .formatted(company.id(), answerBy))
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then()
                .statusCode(200)
                .extract()
                .path("distribution.distributionId");
        var giveUp = Instant.now().plus(Duration.ofSeconds(20));
        while (!as(sales()).get("/api/v1/opportunities/{id}", id).path("status").equals("EXPIRED")
                && Instant.now().isBefore(giveUp)) {
            Thread.sleep(200);
        }
        as(sales()).get("/api/v1/distributions/{id}", offer).then().body("status", is("EXPIRED"));
        as(company.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(409);
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items[0].event", is("EXPIRED"), "items[0].actor", nullValue());
    }

    @Test
    void only_an_active_partner_gets_offers() {
        String id = opportunity();
        var company = partner();
        as(Api.admin())
                .post("/api/v1/partners/{id}/suspend", company.id())
                .then()
                .statusCode(200);
        as(sales())
                .body(Api.direct(company.id()))
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/partnerId"));
        as(sales())
                .body("{\"method\": \"DIRECT\", \"partnerId\": \"%s\", \"answerBy\": \"2020-01-01T00:00:00Z\"}"
                        .formatted(partner().id()))
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/answerBy"));
    }

    @Test
    void sellers_and_other_partners_cannot_answer_an_offer() {
        var company = partner();
        String offer = distribute(opportunity(), company);
        as(company.seller())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(403);
        as(partner().admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(404);
        as(sales()).post("/api/v1/distributions/{id}/accept", offer).then().statusCode(403);
        as(partner().admin())
                .get("/api/v1/distributions")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void of_many_concurrent_answers_exactly_one_succeeds() throws Exception {
        var company = partner();
        String id = opportunity();
        String offer = distribute(id, company);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> as(company.admin())
                    .post("/api/v1/distributions/{id}/accept", offer)
                    .statusCode());
            calls.add(() -> as(company.manager())
                    .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                    .post("/api/v1/distributions/{id}/decline", offer)
                    .statusCode());
            calls.add(() ->
                    as(sales()).post("/api/v1/distributions/{id}/recall", offer).statusCode());
        }
        var codes = concurrently(calls);
        assertThat(codes).containsOnly(200, 409);
        assertThat(codes.stream().filter(code -> code == 200)).hasSize(1);
    }

    @Test
    void of_concurrent_close_and_return_exactly_one_succeeds() throws Exception {
        var company = partner();
        String id = accepted(company);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 5; i++) {
            calls.add(() -> as(company.manager())
                    .body("{\"outcome\": \"WON\", \"actualValue\": {\"amount\": 1, \"currency\": \"EUR\"}}")
                    .post("/api/v1/opportunities/{id}/close", id)
                    .statusCode());
            calls.add(() -> as(company.admin())
                    .body("{\"reasonCode\": \"OTHER\"}")
                    .post("/api/v1/opportunities/{id}/return", id)
                    .statusCode());
        }
        var codes = concurrently(calls);
        assertThat(codes.stream().filter(code -> code == 200)).hasSize(1);
        // A partner that has returned it no longer sees it.
        assertThat(codes).isSubsetOf(200, 409, 404);
    }

    private static List<Integer> concurrently(List<Callable<Integer>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newCachedThreadPool()) {
            var answers = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var codes = new ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            return codes;
        }
    }
}
