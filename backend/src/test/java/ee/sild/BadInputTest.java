package ee.sild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.platform.http.limit.AttemptLimits;
import ee.sild.platform.http.limit.AttemptLimits.Origin;
import ee.sild.platform.http.limit.ExhaustedCaller;

import static ee.sild.Api.CONTRACT;
import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@Tag("slow")
class BadInputTest {

    /** A readable body, for operations that validate it before they look up the resource. */
    private static final Map<String, String> BODY = Map.ofEntries(
            entry("signIn", "{\"email\": \"a@b.test\", \"password\": \"x\"}"),
            entry("requestPasswordReset", "{\"email\": \"a@b.test\"}"),
            entry("completePasswordReset", "{\"password\": \"%s\"}".formatted(Api.PASSWORD)),
            entry("changeEmail", "{\"email\": \"a@b.test\", \"currentPassword\": \"x\"}"),
            entry("setUpSecondFactor", "{\"currentPassword\": \"x\"}"),
            entry("enableSecondFactor", "{\"code\": \"000000\"}"),
            entry("renewRecoveryCodes", "{\"code\": \"000000\"}"),
            entry("disableSecondFactor", "{\"code\": \"000000\"}"),
            entry("confirmEmail", "{\"token\": \"x\"}"),
            entry("acceptInvitation", "{\"password\": \"%s\"}".formatted(Api.PASSWORD)),
            entry(
                    "setUp",
                    ("{\"token\": \"x\", \"name\": \"x\", \"email\": \"a@b.test\", \"password\": "
                                    + "\"%s\", \"language\": \"en\"}")
                            .formatted(Api.PASSWORD)),
            entry("getToken", "grant_type=client_credentials&client_id=x&client_secret=y"),
            entry("decideDuplicate", "{\"duplicateId\": \"%s\", \"same\": true}".formatted(UUID.randomUUID())),
            entry("mergeCustomers", "{\"duplicateId\": \"%s\"}".formatted(UUID.randomUUID())),
            entry("mergeTiers", "{\"duplicateId\": \"%s\"}".formatted(UUID.randomUUID())),
            entry("mergeTerritories", "{\"duplicateId\": \"%s\"}".formatted(UUID.randomUUID())),
            entry("mergeCompetencies", "{\"duplicateId\": \"%s\"}".formatted(UUID.randomUUID())),
            entry("mergeIndustries", "{\"duplicateId\": \"%s\"}".formatted(UUID.randomUUID())),
            entry("mergeProductLines", "{\"duplicateId\": \"%s\"}".formatted(UUID.randomUUID())),
            entry("changeCustomer", "{\"customerId\": \"%s\"}".formatted(UUID.randomUUID())),
            entry("createContact", "{\"name\": \"x\"}"),
            entry("declineDistribution", "{\"reasonCode\": \"NO_CAPACITY\"}"),
            entry("distributeOpportunity", Api.direct(UUID.randomUUID().toString())),
            entry("invitePartnerUser", "{\"name\": \"x\", \"email\": \"a@b.test\", \"role\": \"PARTNER_ADMIN\"}"),
            entry("writeNote", "{\"text\": \"x\"}"),
            entry("attachFile", "{\"name\": \"x.txt\", \"content\": \"eA==\"}"),
            entry("decideExtension", "{\"granted\": true}"),
            entry("registerDeal", "{\"productLineIds\": [\"%s\"]}".formatted(UUID.randomUUID())),
            entry("decideRegistrationExtension", "{\"granted\": true}"),
            entry("postponeRegistration", "{\"exclusiveUntil\": \"2099-01-01T00:00:00Z\"}"),
            entry("rejectRegistration", "{\"reasonCode\": \"OTHER\", \"reason\": \"x\"}"),
            entry("rejectRegistrationChange", "{\"reasonCode\": \"OTHER\", \"reason\": \"x\"}"),
            entry("requestRegistrationExtension", "{\"exclusiveUntil\": \"2099-01-01T00:00:00Z\", \"reason\": \"x\"}"),
            entry("requestRegistrationInformation", "{\"fields\": [\"OTHER\"], \"reason\": \"x\"}"),
            entry("resubmitRegistration", "{\"comment\": \"x\"}"),
            entry("revokeRegistration", "{\"reason\": \"x\"}"),
            entry("rejectOpportunity", "{\"reason\": \"x\"}"),
            entry("holdOpportunity", "{\"reason\": \"x\"}"),
            entry("returnOpportunity", "{\"reasonCode\": \"NO_FUNDING\"}"),
            entry("takeBackOpportunity", "{\"reason\": \"x\"}"),
            entry("cancelOpportunity", "{\"reason\": \"x\"}"),
            entry("reopenOpportunity", "{\"reason\": \"x\"}"),
            entry("closeOpportunity", "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}"),
            entry("extendOpportunity", "{\"dueOn\": \"2030-01-01\", \"reason\": \"x\"}"),
            entry("assignOpportunity", "{\"userId\": \"%s\"}".formatted(UUID.randomUUID())));

    @Inject
    AttemptLimits limits;

    /** An operation of the contract, with ids that do not exist. */
    record Target(String name, String method, String path, JsonNode operation) {

        static List<Target> all() {
            var all = new ArrayList<Target>();
            ContractTest.operations((name, operation) -> all.add(new Target(
                    name,
                    name.substring(0, name.indexOf(' ')).toUpperCase(Locale.ROOT),
                    name.substring(name.indexOf(' ') + 1)
                            .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                    operation)));
            return all;
        }

        boolean hasBody() {
            return operation.has("requestBody");
        }

        /** Whether its body may be as large as a file. */
        boolean takesFile() {
            return path.endsWith("/attachments") || path.endsWith("/exchange-rates/import");
        }

        boolean mayAnswer(String code) {
            return operation
                    .path("x-problems")
                    .valueStream()
                    .anyMatch(one -> one.asText().equals(code));
        }

        boolean isForPartnersOnly() {
            return operation.has("x-roles")
                    && operation
                            .path("x-roles")
                            .valueStream()
                            .noneMatch(role -> role.asText().equals("ADMIN"));
        }

        String mediaType() {
            return operation.path("requestBody").path("content").fieldNames().next();
        }

        RequestSpecification anonymous() {
            var request = given().filter(CONTRACT)
                    .urlEncodingEnabled(false)
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("If-Match", "\"0\"");
            return hasBody() ? request.contentType(mediaType()).body("{}") : request;
        }

        RequestSpecification request() {
            return anonymous().cookie("sild_access", admin().access());
        }

        Response send(RequestSpecification request) {
            return request.request(method, path);
        }

        void refuses(RequestSpecification request, int status, String code) {
            Api.refused(send(request), status, code);
        }
    }

    static List<DynamicTest> each(Predicate<Target> which, Consumer<Target> test) {
        var tests = Target.all().stream()
                .filter(which)
                .map(target -> DynamicTest.dynamicTest(target.name(), () -> test.accept(target)))
                .toList();
        assertThat(tests).isNotEmpty();
        return tests;
    }

    /** The same tests, run in parallel. */
    static List<DynamicTest> parallel(Predicate<Target> which, Consumer<Target> test) {
        return ParallelDynamicTests.of(each(which, test));
    }

    @TestFactory
    List<DynamicTest> a_body_that_is_too_large_is_refused() {
        return parallel(
                Target::hasBody,
                target -> target.refuses(
                        target.request().body("x".repeat((target.takesFile() ? 16 : 2) * 1024 * 1024)),
                        413,
                        "too-large"));
    }

    @TestFactory
    List<DynamicTest> a_body_of_another_type_is_refused() {
        return parallel(
                Target::hasBody,
                target -> target.refuses(target.request().contentType("text/plain"), 415, "media-type"));
    }

    @TestFactory
    List<DynamicTest> an_answer_of_another_type_is_refused() {
        return parallel(
                target -> target.mayAnswer("not-acceptable"),
                target -> target.refuses(target.request().accept("image/png"), 406, "not-acceptable"));
    }

    @TestFactory
    List<DynamicTest> an_address_that_is_too_long_is_refused() {
        return parallel(
                target -> target.mayAnswer("too-long-address"),
                target -> target.refuses(
                        target.request().queryParam("sort", "x".repeat(9_000)), 414, "too-long-address"));
    }

    @TestFactory
    List<DynamicTest> a_compressed_body_is_refused() {
        return parallel(
                target -> target.hasBody() && !target.isForPartnersOnly(),
                target -> target.refuses(
                        target.request().header("Content-Encoding", "gzip").body("{}"), 415, "media-type"));
    }

    @TestFactory
    List<DynamicTest> an_unknown_caller_is_refused() {
        return parallel(
                target -> target.mayAnswer("unauthenticated"),
                target -> target.refuses(target.anonymous(), 401, "unauthenticated"));
    }

    @TestFactory
    List<DynamicTest> two_identities_are_refused() {
        var seller = partner().admin();
        return parallel(target -> target.mayAnswer("two-identities"), target -> {
            String access = (target.isForPartnersOnly() ? seller : admin()).access();
            target.refuses(
                    target.anonymous().cookie("sild_access", access).header("Authorization", "Bearer x"),
                    400,
                    "two-identities");
        });
    }

    @TestFactory
    List<DynamicTest> a_change_from_another_site_is_refused() {
        var seller = partner().admin();
        return parallel(target -> target.mayAnswer("cross-origin"), target -> {
            String access = (target.isForPartnersOnly() ? seller : admin()).access();
            var request = given().filter(CONTRACT)
                    .cookie("sild_access", access)
                    .cookie("sild_refresh", "x")
                    .header("Sec-Fetch-Site", "cross-site");
            target.refuses(
                    target.hasBody() ? request.contentType(target.mediaType()).body("{}") : request,
                    403,
                    "cross-origin");
        });
    }

    @TestFactory
    List<DynamicTest> a_client_without_the_scope_is_refused() {
        String one = Api.client("ADMIN", null, "me:read");
        String other = Api.client("ADMIN", null, "dashboard:read");
        return parallel(
                target -> target.mayAnswer("client.scope") || target.mayAnswer("client.people-only"), target -> {
                    String token = target.path().equals("/api/v1/me") ? other : one;
                    assertThat(target.send(target.anonymous().header("Authorization", "Bearer " + token))
                                    .statusCode())
                            .isEqualTo(403);
                });
    }

    @TestFactory
    List<DynamicTest> what_is_not_there_is_not_found() {
        var seller = partner().admin();
        return parallel(target -> target.mayAnswer("not-found"), target -> {
            var request = target.isForPartnersOnly()
                    ? target.anonymous().cookie("sild_access", seller.access())
                    : target.request();
            String body =
                    BODY.getOrDefault(target.operation().path("operationId").asText(), "{}");
            var answer = target.send(target.hasBody() ? request.body(body) : request);
            assertThat(answer.statusCode())
                    .as("%s: %s", target.name(), answer.asString())
                    .isEqualTo(404);
        });
    }

    @TestFactory
    List<DynamicTest> a_caller_who_asks_too_much_is_refused() {
        var seller = partner().admin();
        return each(target -> true, target -> {
            boolean open = !target.operation().has("x-roles");
            var caller = target.isForPartnersOnly() ? seller : admin();
            var request = target.anonymous();
            try (var exhausted = new ExhaustedCaller(open ? "127.0.0.1" : caller.id())) {
                target.send(open ? request : request.cookie("sild_access", caller.access()))
                        .then()
                        .statusCode(429)
                        .header("Retry-After", notNullValue())
                        .header("RateLimit", containsString("r=0"))
                        .body("code", is("too-many-requests"));
            }
        });
    }

    /** Failed sign-ins from one address do not prevent the user from signing in from another. */
    @Test
    void failed_sign_ins_are_limited_per_address() {
        String name = UUID.randomUUID() + "@people.test";
        String body = "{\"email\": \"%s\", \"password\": \"wrong\"}".formatted(name);
        for (int i = 0; i < 10; i++) {
            Api.anonymous()
                    .body(body)
                    .post("/api/v1/sessions")
                    .then()
                    .statusCode(401)
                    .body("code", is("sign-in.wrong"));
        }
        Api.anonymous()
                .body(body)
                .post("/api/v1/sessions")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", is("sign-in.too-many"));
        Api.anonymous()
                .body(body.replace(name, "x" + name))
                .post("/api/v1/sessions")
                .then()
                .statusCode(401);
        limits.tryAt(name, Origin.address("192.0.2.1"));
        limits.succeeded(name, Origin.address("127.0.0.1"));
        Api.anonymous().body(body).post("/api/v1/sessions").then().statusCode(401);
    }

    /** If the database does not respond, nothing is changed, and the caller is asked to retry. */
    @Test
    void an_unresponsive_database_causes_503() throws Exception {
        admin();
        try (var connection = SuperuserConnection.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table app_user, session, refresh_token, invitation, api_client, "
                    + "signing_key, bucket in access exclusive mode");
            try (var threads = Executors.newCachedThreadPool()) {
                var answers = new LinkedHashMap<String, Future<Response>>();
                for (Target target : Target.all()) {
                    String body = BODY.getOrDefault(
                            target.operation().path("operationId").asText(), "{}");
                    var request = target.request().cookie("sild_refresh", "x");
                    answers.put(
                            target.name(),
                            threads.submit(() -> target.send(target.hasBody() ? request.body(body) : request)));
                }
                for (var answer : answers.entrySet()) {
                    answer.getValue()
                            .get()
                            .then()
                            .statusCode(503)
                            .header("Retry-After", "1")
                            .body("code", is("unavailable"));
                }
            }
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sessions", "/api/v1/setup"})
    void anonymous_operations_report_missing_fields(String path) {
        Api.anonymous()
                .body("{}")
                .post(path)
                .then()
                .statusCode(422)
                .body("code", is("invalid"), "errors.pointer", hasItems("/email", "/password"));
    }

    @Test
    void all_invalid_fields_are_reported_together() {
        as(admin())
                .body("""
                {"topic": " ", "customer": {"name": "", "country": "XX"},
                 "value": {"currency": "ABC", "estimated": {"amount": 10.001, "currency": "EUR"}},
                 "pipeline": {"probability": 101}}""")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(422)
                .body(
                        "code",
                        is("invalid"),
                        "errors.pointer",
                        hasItems(
                                "/topic",
                                "/customer/name",
                                "/customer/country",
                                "/value/currency",
                                "/pipeline/probability",
                                "/value/estimated/amount"),
                        "errors.code",
                        everyItem(notNullValue()));
    }

    @Test
    void an_unknown_field_is_reported() {
        as(admin())
                .body("{\"topic\": \"x\", \"status\": \"WON\"}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(400)
                .body("code", is("malformed"), "errors[0].pointer", is("/status"), "errors[0].code", is("unknown"));
    }

    @Test
    void problems_are_in_estonian_on_request() {
        as(partner().admin())
                .header("Accept-Language", "et-EE,et;q=0.9")
                .get("/api/v1/opportunities/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Content-Language", "et")
                .body("title", is("Ei leitud"));
    }

    @Test
    void an_unsupported_method_returns_a_problem() {
        RestAssured.put("/api/v1/me")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", is("method-not-allowed"));
    }

    @Test
    void an_unknown_path_under_api_returns_a_problem() {
        RestAssured.get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("not-found"));
    }
}
