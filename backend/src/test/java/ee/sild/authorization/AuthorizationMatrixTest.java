package ee.sild.authorization;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.Api;
import ee.sild.ContractTest;
import ee.sild.ParallelDynamicTests;
import ee.sild.SuperuserConnection;
import ee.sild.authorization.AccessPolicy.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every operation of the contract as every caller, in every state of the policy. Checks the exact status, that a
 * rejected request changes nothing, and that its response reveals nothing the caller may not see.
 */
@QuarkusTest
@Tag("slow")
class AuthorizationMatrixTest {

    private static final int PARALLELISM = 3;
    private static final AtomicInteger CELLS = new AtomicInteger();
    private static final AccessPolicy POLICY = new AccessPolicy();
    /** Lists in which a seller sees only what is assigned to them. */
    private static final Set<String> ASSIGNED =
            Set.of("listOpportunities", "listRegistrations", "exportOpportunities", "exportRegistrations");

    private static final String UNSCOPED = "UNSCOPED";
    /** States that other rows use too. */
    private static final Set<String> SHARED_STATES = Set.of("ownSession", "endedSession");
    /**
     * Rows create data concurrently, but nothing is written while a row checks that rejected requests change nothing.
     */
    private static final ReadWriteLock WRITING = new ReentrantReadWriteLock(true);

    private static TestUsers users;
    private static Fixtures fixtures;
    private Predicate<String> callers = caller -> true;
    private boolean hiddenOnly;
    /** The response of each operation to each caller for a resource that does not exist. */
    private final Map<String, String> missingResponses = new ConcurrentHashMap<>();

    /** Only tests what must be hidden from some callers; the full matrix tests the rest. */
    AuthorizationMatrixTest hiddenFrom(Predicate<String> some) {
        callers = some;
        hiddenOnly = true;
        return this;
    }

    @AfterAll
    static void printSummary() {
        System.out.println("authorization matrix: " + CELLS.getAndSet(0) + " cells");
    }

    @Test
    void the_policy_lists_exactly_the_operations_of_the_contract() {
        var operations = new HashSet<String>();
        ContractTest.operations((name, operation) ->
                operations.add(operation.path("operationId").asText()));
        assertThat(POLICY.operations()).containsExactlyInAnyOrderElementsOf(operations);
    }

    @TestFactory
    List<DynamicTest> cells() {
        prepare();
        var tests = new ArrayList<DynamicTest>();
        for (Operation operation : Operation.all(POLICY, users)) {
            Rule rule = operation.rule();
            if (rule == null) {
                continue;
            }
            rule.states()
                    .keySet()
                    .forEach(state -> tests.add(row(
                            operation.id() + " " + state,
                            operation.isGlobal() || SHARED_STATES.contains(state)
                                    ? () -> exclusively(() -> row(operation, rule, state))
                                    : () -> row(operation, rule, state))));
            if (operation.path().contains("{") && !hiddenOnly) {
                tests.add(row(operation.id() + " missing", () -> missing(operation, rule, operation.missing())));
            }
            // A partner has no parent: an opportunity can refer to any partner. A rate has a key of two parts.
            if (operation.path().indexOf('{') != operation.path().lastIndexOf('{')
                    && !operation.path().endsWith("{partnerId}")
                    && !operation.path().endsWith("{currency}/{validFrom}")) {
                tests.add(row(
                        operation.id() + " under another parent",
                        () -> missing(
                                operation,
                                rule,
                                withSharedLock(() -> fixtures.underAnotherParent(
                                        rule.states().keySet().iterator().next())))));
            }
            if (!hiddenOnly) {
                tests.add(row(operation.id() + " outsiders", () -> outsiders(operation, rule)));
            }
        }
        return ParallelDynamicTests.of(tests);
    }

    private static final String OF_THE_COMPANY = Fixtures.SECRET + " [0-9a-f-]{36}";

    private List<String> selected() {
        return StreamSupport.stream(users.callers().spliterator(), false)
                .filter(callers)
                .toList();
    }

    private static void prepare() {
        users = TestUsers.get();
        fixtures = new Fixtures(users);
        Stream.of("customerOfA", "contactOfA", "pending", "returned", "recalledOffer", "noteOfSeller", "registration")
                .forEach(fixtures::make);
    }

    /** Prints failed rows for {@code backend/mutate-access-control}. */
    private static DynamicTest row(String name, Row row) {
        return DynamicTest.dynamicTest(name, () -> {
            try {
                row.check();
            } catch (AssertionError e) {
                System.out.println("authorization matrix: failed at " + name);
                throw e;
            }
        });
    }

    @FunctionalInterface
    private interface Row {
        void check() throws SQLException;
    }

    /** First all callers that are rejected, on the same resource, then each of the others on a new one. */
    private void row(Operation operation, Rule rule, String state) throws SQLException {
        assertThat(fixtures.knows(state)).as("state " + state).isTrue();
        var failures = Collections.synchronizedList(new ArrayList<String>());
        boolean list = operation.method().equals("GET") && !operation.path().contains("{");
        var selected = selected().stream()
                .filter(caller -> !hiddenOnly || list || POLICY.expected(rule, state, caller) == 404)
                .toList();
        if (selected.isEmpty()) {
            return;
        }
        var resource = withSharedLock(() -> fixtures.make(state));
        var allowed = selected.stream()
                .filter(caller -> POLICY.expected(rule, state, caller) < 400)
                .toList();
        refused(
                operation,
                selected.stream().filter(caller -> !allowed.contains(caller)),
                caller -> check(
                        failures,
                        operation,
                        caller,
                        resource,
                        POLICY.expected(rule, state, caller),
                        operation.send(users.as(caller), resource)));
        for (String caller : allowed) {
            boolean first = caller.equals(allowed.getFirst());
            var own = first || operation.method().equals("GET") ? resource : withSharedLock(() -> fixtures.make(state));
            Response answer = withSharedLock(() -> operation.send(users.as(caller), own));
            check(failures, operation, caller, own, POLICY.expected(rule, state, caller), answer);
        }
        assertThat(failures).isEmpty();
    }

    private void missing(Operation operation, Rule rule, Map<String, String> identities) throws SQLException {
        var failures = Collections.synchronizedList(new ArrayList<String>());
        refused(operation, selected().stream(), caller -> {
            boolean may = rule.may().contains(caller) && !(rule.isForPeople() && caller.startsWith("CLIENT"));
            check(
                    failures,
                    operation,
                    caller,
                    identities,
                    may ? 404 : 403,
                    operation.send(users.as(caller), identities));
        });
        assertThat(failures).isEmpty();
    }

    private void outsiders(Operation operation, Rule rule) throws SQLException {
        var failures = Collections.synchronizedList(new ArrayList<String>());
        var resource = withSharedLock(
                () -> fixtures.make(rule.states().keySet().iterator().next()));
        var unscoped = rule.isForPeople() ? Stream.<String>empty() : Stream.of(UNSCOPED);
        refused(
                operation,
                Stream.concat(StreamSupport.stream(users.outsiders().spliterator(), false), unscoped),
                outsider -> {
                    boolean known = outsider.equals(UNSCOPED);
                    Response answer = operation.send(known ? users.without(rule) : users.as(outsider), resource);
                    check(failures, operation, outsider, resource, known ? 403 : 401, answer);
                    if (known && answer.statusCode() == 403 && !code(answer).equals("client.scope")) {
                        failures.add("UNSCOPED is refused for another reason: " + code(answer));
                    }
                });
        assertThat(failures).isEmpty();
    }

    private static <T> T withSharedLock(Supplier<T> writes) {
        WRITING.readLock().lock();
        try {
            return writes.get();
        } finally {
            WRITING.readLock().unlock();
        }
    }

    private static void exclusively(Row row) throws SQLException {
        WRITING.writeLock().lock();
        try {
            row.check();
        } finally {
            WRITING.writeLock().unlock();
        }
    }

    /** Nothing changes while requests are rejected. */
    private void refused(Operation operation, Stream<String> callers, Consumer<String> selected) throws SQLException {
        exclusively(() -> {
            String before = fingerprint();
            while (before == null) {
                LockSupport.parkNanos(20_000_000);
                before = fingerprint();
            }
            together(callers, selected);
            assertThat(fingerprint())
                    .as("rows after refusals of %s: %s", operation.id(), changesAfter(before))
                    .isEqualTo(before);
        });
    }

    /** Rejected requests change nothing, so they can run in parallel. */
    private static void together(Stream<String> callers, Consumer<String> selected) {
        try (var threads = Executors.newFixedThreadPool(PARALLELISM)) {
            var requests = callers.map(caller -> CompletableFuture.runAsync(() -> selected.accept(caller), threads))
                    .toList();
            requests.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError failures) {
                throw failures;
            }
            throw e;
        }
    }

    private void check(
            List<String> failures,
            Operation operation,
            String caller,
            Map<String, String> resource,
            int expected,
            Response answer) {
        CELLS.incrementAndGet();
        if (answer.statusCode() != expected) {
            failures.add("%s: %d instead of %d %s"
                    .formatted(caller, answer.statusCode(), expected, answer.statusCode() < 400 ? "" : code(answer)));
        }
        boolean ofB = caller.equals("CLIENT_B") || caller.startsWith("B_");
        boolean notAssigned = caller.equals("A_OTHER_SELLER") && ASSIGNED.contains(operation.id());
        // A search finds what the other seller has by the name of the company, too.
        String text = notAssigned ? answer.asString().replaceAll(OF_THE_COMPANY, "") : answer.asString();
        if ((ofB || notAssigned) && (text.contains(Fixtures.SECRET) || (ofB && text.contains(users.a.id())))) {
            failures.add(caller + " reads what is A's: " + answer.asString());
        }
        if (answer.statusCode() >= 400 && answer.asString().contains(Fixtures.SECRET)) {
            failures.add(caller + " is refused with the other's words: " + answer.asString());
        }
        if (expected == 404 && !resource.isEmpty()) {
            String none = missingResponses.computeIfAbsent(
                    operation.id() + " " + caller,
                    first -> visible(operation.send(users.as(caller), operation.missing())));
            if (!none.equals(visible(answer))) {
                failures.add("%s can tell it from what is not there: %s, %s".formatted(caller, visible(answer), none));
            }
        }
    }

    private static String code(Response refusal) {
        return Api.answered(refusal, refusal.statusCode()).path("code").asText();
    }

    /** Everything that a client can see of a response, except for time, trace id and the remaining rate limit. */
    private static String visible(Response answer) {
        var headers = new ArrayList<String>();
        for (Header header : answer.headers()) {
            if (!Set.of("date", "traceparent", "ratelimit")
                    .contains(header.getName().toLowerCase(Locale.ROOT))) {
                headers.add(header.toString());
            }
        }
        return answer.statusCode() + " " + headers + " "
                + answer.asString().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
    }

    /** The changes since a fingerprint, for the message. */
    private String changesAfter(String before) throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var statement = connection.prepareStatement("""
                    select string_agg(concat_ws(' ', side, actor_id, operation, thing, thing_id, before), ', ' order by id)
                      from audit_event where kind = 'CHANGE' and id > ?""")) {
            statement.setLong(1, Long.parseLong(before.substring(0, before.indexOf(' '))));
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /**
     * Null while a confirmed run continues in the background. Changes with every row except for sent mails and prepared
     * runs: the audit log contains every change of all but two tables, as {@code AuditCoverageTest} verifies.
     */
    private String fingerprint() throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                select (select id from audit_event where kind = 'CHANGE' and not (side = 'SYSTEM'
                  and operation = 'UPDATE' and thing in ('mail', 'invitation', 'password_reset', 'email_change',
                  'distribution_run', 'distribution_run_item')) order by id desc limit 1)
                    || ' ' || (select count(*) || ' ' || count(used_at) from refresh_token) || ' ' || (select count(*)
                      from idempotency_key)
                 where not exists (select from distribution_run where status in ('PREPARING', 'RUNNING'))""")) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
