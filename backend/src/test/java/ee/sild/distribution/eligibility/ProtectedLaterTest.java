package ee.sild.distribution.eligibility;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.TestDatabase;
import ee.sild.platform.security.DatabaseActor;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Exclusivity that a partner gets for a company on which others already have an offer, a request or a deal. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProtectedLaterTest extends Rivals {

    @Inject
    Session session;

    private static String code() {
        return "5" + System.nanoTime();
    }

    private static String identified(String code) {
        return "\"registryCode\": \"%s\"".formatted(code);
    }

    private static ValidatableResponse answer(Company by, String opportunity, String verb) {
        String offer = get(by.admin(), opportunity).extract().path("distribution.distributionId");
        return as(by.admin())
                .post("/api/v1/distributions/{id}/{verb}", offer, verb)
                .then();
    }

    @Test
    void an_older_offer_cannot_be_accepted() {
        String code = code();
        String id = opportunity(customer(name(), identified(code)), "");
        distribute(id, Api.direct(other.id())).statusCode(200);
        registered(name(), identified(code));

        answer(other, id, "accept").statusCode(409).body("code", is("distribution.no-longer-eligible"));
        get(other.admin(), id).body("status", is("DELIVERED"));

        move(sales(), id, "recall", "").statusCode(200);
        distribute(id, direct(other, "Kokku lepitud")).statusCode(200);
        answer(other, id, "accept").statusCode(200);
        get(other.admin(), id).body("status", is("ACCEPTED"));
    }

    @Test
    void a_partner_whose_programme_has_ended_cannot_accept() {
        String id = opportunity(customer(name(), ""), "");
        distribute(id, Api.direct(other.id())).statusCode(200);
        terms(other, 1, "\"until\": \"2020-01-01\"");
        answer(other, id, "accept").statusCode(409).body("code", is("distribution.no-longer-eligible"));
    }

    @Test
    void rules_for_giving_work_do_not_bind_the_answer() {
        String id = opportunity(customer(name(), ""), "");
        distribute(id, Api.direct(other.id())).statusCode(200);
        terms(other, 1, "\"capacity\": 0");
        answer(other, id, "accept").statusCode(200);
    }

    @Test
    void a_partner_that_was_asked_cannot_join() {
        String code = code();
        String id = opportunity(customer(name(), identified(code)), "");
        distribute(
                        id,
                        "{\"method\": \"COLLABORATION\", \"partnerIds\": [\"%s\", \"%s\"], \"askEach\": true}"
                                .formatted(other.id(), holder.id()))
                .statusCode(200);
        registered(name(), identified(code));
        answer(other, id, "accept").statusCode(409).body("code", is("distribution.no-longer-eligible"));
        answer(holder, id, "accept").statusCode(200);
    }

    @Test
    void staff_approve_an_opportunity_of_a_partner_only_with_a_reason() {
        String code = code();
        registered(name(), identified(code));
        String id = found(other, name(), identified(code));
        get(sales(), id).body("status", is("PENDING_APPROVAL"));
        move(sales(), id, "approve", "{}")
                .statusCode(409)
                .body(
                        "code",
                        is("distribution.not-eligible"),
                        "errors.pointer",
                        contains("/overrideReason"),
                        "errors.code",
                        contains("eligibility.no-other-registration"));
        move(sales(), id, "approve", "").statusCode(409);
        move(sales(), id, "approve", "{\"overrideReason\": \"Mõlemad jätkavad\"}")
                .statusCode(200)
                .body("status", is("ACCEPTED"), "assignment.partner.id", is(other.id()));
    }

    @Test
    void a_second_record_of_the_company_is_not_registered() {
        String code = code();
        String own = found(other, name(), identified(code));
        String registration = register(other, own);
        registered(name(), identified(code));
        as(admin())
                .body("{}")
                .post("/api/v1/deal-registrations/{id}/approve", registration)
                .then()
                .statusCode(409)
                .body("code", is("deal-registration.taken"));
    }

    /** Who is checked while exclusivity is granted waits until it is decided. */
    @Test
    void exclusivity_that_is_being_granted_is_waited_for() throws Exception {
        String code = code();
        String customer = customer(name(), identified(code));
        String named = opportunity(customer, "");
        String ranked = opportunity(customer, "");
        String offered = opportunity(customer, "");
        String pooled = opportunity(customer, "");
        String offer = distribute(offered, Api.direct(other.id()))
                .statusCode(200)
                .extract()
                .path("distribution.distributionId");
        move(sales(), pooled, "open-to-pool", "").statusCode(200);
        var registration = UUID.fromString(register(holder, found(holder, name(), identified(code))));

        var answers = new ArrayList<CompletableFuture<ValidatableResponse>>();
        DatabaseActor.SYSTEM.act(() -> QuarkusTransaction.requiringNew().call(() -> {
            session.createNativeQuery("select 1 from pg_advisory_xact_lock(company_lock_key(?1))", Integer.class)
                    .setParameter(1, UUID.fromString(customer))
                    .getSingleResult();
            answers.add(supplyAsync(() -> distribute(named, Api.direct(other.id()))));
            answers.add(supplyAsync(() -> distribute(ranked, "{\"method\": \"PREFERRED\"}")));
            answers.add(supplyAsync(() -> as(other.admin())
                    .post("/api/v1/distributions/{id}/accept", offer)
                    .then()));
            answers.add(supplyAsync(() -> move(other.admin(), pooled, "claim", "")));
            assertThatThrownBy(() -> CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                            .get(2, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            session.createNativeMutationQuery("""
                    update deal_registration set status = 'APPROVED', exclusive_from = now(),
                           exclusive_until = now() + interval '90 days' where id = ?1""").setParameter(1, registration).executeUpdate();
            return null;
        }));

        answers.get(0).get().statusCode(409).body("code", is("distribution.not-eligible"));
        answers.get(1).get().statusCode(200).body("assignment.partner.id", is(holder.id()));
        answers.get(2).get().statusCode(409).body("code", is("distribution.no-longer-eligible"));
        answers.get(3).get().statusCode(404);
    }
}
