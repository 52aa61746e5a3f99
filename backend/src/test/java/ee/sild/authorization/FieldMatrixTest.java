package ee.sild.authorization;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

import ee.sild.Api;
import ee.sild.ParallelDynamicTests;
import ee.sild.authorization.AccessPolicy.Rule;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests every field of every body with each kind of caller that may send it, and every field of every response. Who may
 * write and see a field follows from the policy, and fields that no body has cannot be written.
 */
@QuarkusTest
@Tag("slow")
class FieldMatrixTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AccessPolicy POLICY = new AccessPolicy();
    private static final AtomicInteger CELLS = new AtomicInteger();
    /** One caller of each kind; the others differ in the resources they see, not in fields. */
    private static final List<String> WRITERS =
            List.of("ADMIN", "CHANNEL_MANAGER", "SALES", "CLIENT", "A_ADMIN", "A_SELLER", "CLIENT_A");
    /** The callers that are enough if no field is restricted. */
    private static final List<String> SIDES = List.of("ADMIN", "A_ADMIN");
    /** New for each request, because writing an existing value is not a change and would not be rejected. */
    private static final Map<String, UnaryOperator<String>> NAMES = Map.ofEntries(
            entry("$tier", caller -> made("tiers", "{\"name\": \"%s\", \"level\": 2, \"answerHours\": 24}")),
            entry("$calendar", caller -> made("calendars", Fixtures.CALENDAR)),
            entry("$territory", caller -> made("territories", "{\"name\": \"%s\"}")),
            entry("$competency", caller -> made("competencies", "{\"name\": \"%s\"}")),
            entry("$industry", caller -> made("industries", "{\"name\": \"%s\"}")),
            entry("$productLine", caller -> made("product-lines", "{\"name\": \"%s\"}")),
            entry(
                    "$staff",
                    caller -> caller.matches("A_.*|CLIENT_A") ? manager().id() : admin().id()),
            entry("$role", caller -> caller.matches("A_.*|CLIENT_A") ? "PARTNER_SELLER" : "SALES"),
            entry("$country", caller -> caller.matches("A_.*|CLIENT_A") ? "FI" : "LV"),
            entry(
                    "$broughtIn",
                    caller -> FieldMatrixTest.fixtures.make("pending").get("id")),
            entry(
                    "$successor",
                    caller -> caller.matches("A_.*|CLIENT_A")
                            ? TestUsers.get().a.admin().id()
                            : admin().id()),
            entry("$adminOfA", caller -> TestUsers.get().a.admin().id()),
            entry("$password", caller -> Api.PASSWORD),
            entry(
                    "$day",
                    caller -> LocalDate.now(ZoneOffset.UTC)
                            .plusDays(caller.matches("A_.*|CLIENT_A") ? 60 : 50)
                            .toString()),
            entry("$today", caller -> LocalDate.now(ZoneOffset.UTC).toString()));

    private static Api.Person manager;
    private static TestUsers users;
    static Fixtures fixtures;

    @AfterAll
    static void printSummary() {
        System.out.println("field matrix: " + CELLS + " cells");
    }

    private static List<Operation> operations() {
        users = TestUsers.get();
        fixtures = new Fixtures(users);
        return Operation.withVariants(POLICY, users);
    }

    private static Map.Entry<String, UnaryOperator<String>> entry(String name, UnaryOperator<String> value) {
        return Map.entry(name, value);
    }

    private static Api.Person manager() {
        if (manager == null) {
            manager = Api.staff("CHANNEL_MANAGER");
        }
        return manager;
    }

    private static String made(String collection, String body) {
        return Api.answered(
                        as(admin())
                                .body(body.formatted("Nimi " + UUID.randomUUID()))
                                .post("/api/v1/" + collection),
                        201)
                .path("id")
                .asText();
    }

    @TestFactory
    List<DynamicTest> each_field_is_written_by_those_who_may() {
        return parallel(FieldMatrixTest::write);
    }

    /** One test for each operation with a body. Operations on global data come first and run sequentially. */
    static List<DynamicTest> parallel(ThrowingConsumer<Operation> test) {
        var tests = new ArrayList<DynamicTest>();
        var others = new ArrayList<DynamicTest>();
        operations().stream()
                .filter(operation -> operation.contract().has("requestBody"))
                .forEach(operation -> (operation.isGlobal() ? tests : others)
                        .add(DynamicTest.dynamicTest(operation.name(), () -> test.accept(operation))));
        tests.addAll(ParallelDynamicTests.of(others));
        return tests;
    }

    private static void write(Operation operation) throws JsonProcessingException {
        var failures = new ArrayList<String>();
        for (String caller : POLICY.limited(operation.id()).isEmpty() ? SIDES : WRITERS) {
            String state = state(operation.rule(), caller);
            if (state != null) {
                var patched = operation.method().equals("PATCH") ? fixtures.make(state) : null;
                for (String field : fields(operation)) {
                    var writers = POLICY.writers(operation.id(), field);
                    boolean may = writers == null || writers.contains(caller);
                    int expected = may ? POLICY.expected(operation.rule(), state, caller) : 403;
                    var resource = patched == null ? fixtures.make(state) : patched;
                    Response answer = send(operation, caller, resource, body(operation, field, caller, resource));
                    CELLS.incrementAndGet();
                    if (answer.statusCode() != expected) {
                        failures.add("%s %s: %d instead of %d %s"
                                .formatted(caller, field, answer.statusCode(), expected, answer.asString()));
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /**
     * A state in which the caller may use the operation: preferably one in which a partner works on it, because only
     * then all fields are meaningful.
     */
    static String state(Rule rule, String caller) {
        var states = rule.states().keySet().stream()
                .filter(one -> POLICY.expected(rule, one, caller) < 400)
                .toList();
        return states.contains("accepted") ? "accepted" : states.isEmpty() ? null : states.getFirst();
    }

    static Response send(Operation operation, String caller, Map<String, String> resource, String body) {
        var request = users.as(caller);
        return operation.send(
                operation.method().equals("PATCH") ? request.header("If-Match", "*") : request, resource, body);
    }

    static Set<String> fields(Operation operation) {
        var fields = new LinkedHashSet<String>(fields(operation.schema()));
        fields.addAll(POLICY.limited(operation.id()));
        return fields;
    }

    /** The fields of a body or an answer, of its parts as {@code value.currency}. */
    private static Set<String> fields(JsonNode schema) {
        var fields = new LinkedHashSet<String>();
        schema.path("properties").properties().forEach(field -> {
            JsonNode nullable = field.getValue().path("anyOf").path(0);
            JsonNode part = Operation.resolved(nullable.isMissingNode() ? field.getValue() : nullable);
            if (POLICY.isPart(field.getKey()) && part.has("properties")) {
                part.path("properties").fieldNames().forEachRemaining(name -> fields.add(field.getKey() + "." + name));
            } else {
                fields.add(field.getKey());
            }
        });
        return fields;
    }

    static JsonPointer pointer(String field) {
        return JsonPointer.compile("/" + field.replace('.', '/'));
    }

    static ObjectNode with(ObjectNode body, String field, JsonNode value) {
        body.withObject(pointer(field).head()).set(pointer(field).last().getMatchingProperty(), value);
        return body;
    }

    static String body(Operation operation, String field, String caller, Map<String, String> resource)
            throws JsonProcessingException {
        JsonNode value = POLICY.value(operation.id(), field);
        if (value == null) {
            value = operation.example().at(pointer(field));
        }
        assertThat(value.isMissingNode())
                .as("no value for " + operation.id() + "." + field)
                .isFalse();
        boolean patch = operation.method().equals("PATCH");
        ObjectNode body = patch ? JSON.createObjectNode() : operation.example();
        if (value.has("set")) {
            body.setAll((ObjectNode) value.get("set"));
        } else {
            with(body, field, value);
        }
        return named(operation, body, caller, resource);
    }

    private static String named(Operation operation, JsonNode body, String caller, Map<String, String> resource) {
        String text = body.toString();
        if (text.contains("$customer\"") || text.contains("$knownContact")) {
            String customer = Api.answered(
                            users.as(caller)
                                    .contentType("application/json")
                                    .body("{\"name\": \"Klient\", \"country\": \"EE\"}")
                                    .post("/api/v1/customers"),
                            201)
                    .path("id")
                    .asText();
            text = text.replace("$customer\"", customer + "\"").replace("$knownContact", contact(customer));
        }
        if (text.contains("$contact")) {
            text = text.replace(
                    "$contact",
                    contact(Api.answered(as(admin()).get("/api/v1/opportunities/{id}", resource.get("id")), 200)
                            .path("customer")
                            .path("id")
                            .asText()));
        }
        text = text.replace("\"$number\"", caller.matches("A_.*|CLIENT_A") ? "600" : "500")
                .replace("\"$capacity\"", caller.matches("A_.*|CLIENT_A") ? "80000" : "90000")
                .replace("\"$large\"", caller.matches("A_.*|CLIENT_A") ? "60000000" : "50000000");
        for (var name : NAMES.entrySet()) {
            if (text.contains(name.getKey() + "\"")) {
                text = text.replace(name.getKey() + "\"", name.getValue().apply(caller) + "\"");
            }
        }
        try {
            return operation.filled(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String contact(String customer) {
        return Api.answered(
                        as(admin()).body("{\"name\": \"Tiina\"}").post("/api/v1/customers/{id}/contacts", customer),
                        201)
                .path("id")
                .asText();
    }

    /** Fields that appear only in responses, such as author and status, cannot be written. */
    @TestFactory
    List<DynamicTest> no_other_field_of_the_thing_can_be_written() {
        return parallel(operation -> {
            var foreign = new TreeSet<String>();
            operation.contract().path("responses").properties().stream()
                    .filter(one -> one.getKey().startsWith(operation.method().equals("PATCH") ? "2" : "201"))
                    .forEach(one -> foreign.addAll(fields(Operation.resolved(one.getValue()
                            .path("content")
                            .path("application/json")
                            .path("schema")))));
            foreign.addAll(Set.of("id", "version", "status", "partnerId", "role", "createdAt", "__proto__"));
            foreign.removeAll(fields(operation));
            String caller = StreamSupport.stream(users.callers().spliterator(), false)
                    .filter(one -> state(operation.rule(), one) != null)
                    .findFirst()
                    .orElseThrow();
            var resource = fixtures.make(state(operation.rule(), caller));
            for (String field : foreign) {
                CELLS.incrementAndGet();
                var problem = Api.refused(
                        send(
                                operation,
                                caller,
                                resource,
                                operation.filled(with(operation.example(), field, TextNode.valueOf("x")))),
                        400,
                        "malformed");
                assertThat(problem.at("/errors/0/pointer").asText())
                        .isEqualTo(pointer(field).toString());
                assertThat(problem.at("/errors/0/code").asText()).isEqualTo("unknown");
            }
        });
    }

    @TestFactory
    List<DynamicTest> each_field_is_read_by_those_who_may() {
        var tests = new ArrayList<DynamicTest>();
        var all = operations();
        for (Operation operation : all) {
            var answer = Operation.resolved(operation
                    .contract()
                    .path("responses")
                    .path("200")
                    .path("content")
                    .path("application/json")
                    .path("schema"));
            if (operation.method().equals("GET")
                    && answer.has("properties")
                    && !answer.path("properties").has("items")) {
                var edit = all.stream()
                        .filter(other -> other.path().equals(operation.path())
                                && other.method().equals("PATCH"))
                        .findFirst()
                        .orElse(null);
                operation
                        .rule()
                        .states()
                        .keySet()
                        .forEach(state -> tests.add(DynamicTest.dynamicTest(
                                operation.id() + " " + state, () -> read(operation, edit, state))));
            }
        }
        return ParallelDynamicTests.of(tests);
    }

    private static void read(Operation operation, Operation edit, String state) throws JsonProcessingException {
        var resource = fixtures.make(state);
        // If it were set, these partners would not see the pool.
        if (edit != null
                && !state.startsWith("pool")
                && POLICY.expected(
                                edit.rule(),
                                edit.rule().states().keySet().iterator().next(),
                                "ADMIN")
                        == 200
                && !resource.isEmpty()) {
            for (String field : fields(edit)) {
                send(edit, "ADMIN", resource, body(edit, field, "ADMIN", resource));
            }
        }
        var readers = POLICY.readers(operation.id(), state);
        var shown = new LinkedHashMap<String, Set<String>>();
        var all = new TreeSet<String>();
        for (String caller : users.callers()) {
            if (POLICY.expected(operation.rule(), state, caller) == 200) {
                var paths = new TreeSet<String>();
                collect(
                        "",
                        JSON.readTree(operation.send(users.as(caller), resource).asString()),
                        readers.keySet(),
                        paths);
                shown.put(caller, paths);
                all.addAll(paths);
            }
        }
        assertThat(all).containsAll(readers.keySet());
        shown.forEach((caller, paths) -> {
            CELLS.addAndGet(all.size());
            var expected = new TreeSet<String>(all);
            expected.removeIf(
                    path -> readers.containsKey(path) && !readers.get(path).contains(caller));
            assertThat(paths).as(caller).isEqualTo(expected);
        });
    }

    /** The paths of all values in a response, down to the fields that the policy lists. */
    private static void collect(String at, JsonNode node, Set<String> ends, Set<String> found) {
        if (node.isNull()
                || (node.isContainerNode() && node.isEmpty() && (!at.startsWith("by") || ends.contains(at)))
                || at.equals("actions")) {
            return;
        }
        if (node.isObject() && !ends.contains(at)) {
            node.properties()
                    .forEach(field -> collect(
                            at.isEmpty() ? field.getKey() : at + "." + field.getKey(), field.getValue(), ends, found));
        } else {
            found.add(at);
        }
    }
}
