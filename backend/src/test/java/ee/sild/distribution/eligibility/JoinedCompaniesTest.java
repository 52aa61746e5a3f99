package ee.sild.distribution.eligibility;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import ee.sild.TestDatabase;
import ee.sild.platform.security.DatabaseActor;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

/** Records that become one company while exclusivity is granted for them: only one partner gets it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JoinedCompaniesTest extends Rivals {

    private static final String DECIDE = """
            insert into company_decision (customer_id, other_id, same, decided_by, decided_at)
            values (least(?1, ?2), greatest(?1, ?2), true, ?3, now())""";

    @Inject
    Session session;

    private String ofHolder;
    private String ofOther;
    private String first;
    private String second;

    private void prepareTwoRequests() {
        String mine = found(holder, name(), "");
        String theirs = found(other, name(), "");
        ofHolder = customerOf(mine);
        ofOther = customerOf(theirs);
        first = register(holder, mine);
        second = register(other, theirs);
    }

    private static String customerOf(String opportunity) {
        return get(admin(), opportunity).extract().path("customer.id");
    }

    private static ValidatableResponse approve(String registration) {
        return as(admin())
                .body("{}")
                .post("/api/v1/deal-registrations/{id}/approve", registration)
                .then();
    }

    private void sql(String statement, Object... parameters) {
        var query = session.createNativeMutationQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        assertThat(query.executeUpdate()).isOne();
    }

    private static void waits(List<CompletableFuture<ValidatableResponse>> answers) {
        assertThatThrownBy(() -> CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                        .get(2, TimeUnit.SECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    private void oneOfTwoApprovalsWins(Runnable join) {
        var answers =
                DatabaseActor.SYSTEM.act(() -> QuarkusTransaction.requiringNew().call(() -> {
                    join.run();
                    var approvals = Stream.of(first, second)
                            .map(one -> supplyAsync(() -> approve(one)))
                            .toList();
                    waits(approvals);
                    return approvals;
                }));
        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(one -> one.extract().statusCode()))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void by_a_decision_of_staff() {
        prepareTwoRequests();
        oneOfTwoApprovalsWins(
                () -> sql(DECIDE, UUID.fromString(ofHolder), UUID.fromString(ofOther), UUID.fromString(admin().id())));
    }

    @Test
    void by_an_identifier() {
        prepareTwoRequests();
        oneOfTwoApprovalsWins(() -> {
            String code = "6" + System.nanoTime();
            sql("update customer set vat_number = ?1 where id = ?2", code, UUID.fromString(ofHolder));
            sql("update customer set vat_number = ?1 where id = ?2", code, UUID.fromString(ofOther));
        });
    }

    @Test
    void a_merge_waits_for_an_approval() throws Exception {
        prepareTwoRequests();
        approve(second).statusCode(200);
        var answer =
                DatabaseActor.SYSTEM.act(() -> QuarkusTransaction.requiringNew().call(() -> {
                    session.createNativeQuery("select 1 from lock_company(?1, true)", Integer.class)
                            .setParameter(1, UUID.fromString(ofHolder))
                            .getSingleResult();
                    var merge = supplyAsync(() -> as(admin())
                            .body("{\"duplicateId\": \"%s\", \"take\": []}".formatted(ofOther))
                            .post("/api/v1/customers/{id}/merge", ofHolder)
                            .then());
                    waits(List.of(merge));
                    sql("""
                    update deal_registration set status = 'APPROVED', exclusive_from = now(),
                           exclusive_until = now() + interval '90 days' where id = ?1""", UUID.fromString(first));
                    return merge;
                }));
        answer.get().statusCode(409).body("code", is("customer.both-exclusive"));
    }

    @Test
    void two_companies_with_exclusivity_of_two_partners_do_not_become_one() {
        prepareTwoRequests();
        approve(first).statusCode(200);
        approve(second).statusCode(200);

        as(admin())
                .body("{\"duplicateId\": \"%s\", \"same\": true}".formatted(ofOther))
                .post("/api/v1/customers/{id}/decide-duplicate", ofHolder)
                .then()
                .statusCode(409)
                .body("code", is("customer.two-holders"));
        String vat = "EE" + (100_000_000 + ThreadLocalRandom.current().nextInt(900_000_000));
        haveVatNumber(ofHolder, vat).statusCode(200);
        haveVatNumber(ofOther, vat).statusCode(409).body("code", is("customer.two-holders"));

        as(admin())
                .body("{\"reason\": \"Same company\"}")
                .post("/api/v1/deal-registrations/{id}/revoke", second)
                .then()
                .statusCode(200);
        haveVatNumber(ofOther, vat).statusCode(200);
    }

    @Test
    void a_new_record_does_not_join_them_either() {
        prepareTwoRequests();
        approve(first).statusCode(200);
        approve(second).statusCode(200);
        String code = "7" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
        String vat = "EE" + (100_000_000 + ThreadLocalRandom.current().nextInt(900_000_000));
        haveVatNumber(ofHolder, vat).statusCode(200);
        edit(ofOther, "registryCode", code).statusCode(200);

        as(admin())
                .body(
                        "{\"name\": \"%s\", \"country\": \"EE\", \"profile\": {\"registryCode\": \"%s\", \"vatNumber\": \"%s\"}}"
                                .formatted(name(), code + "-", vat))
                .post("/api/v1/customers")
                .then()
                .statusCode(409)
                .body("code", is("customer.two-holders"));
    }

    private static ValidatableResponse haveVatNumber(String customer, String number) {
        return edit(customer, "vatNumber", number);
    }

    private static ValidatableResponse edit(String customer, String field, String value) {
        return as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"profile\": {\"%s\": \"%s\"}}".formatted(field, value))
                .patch("/api/v1/customers/{id}", customer)
                .then();
    }
}
