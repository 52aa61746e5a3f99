package ee.sild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

import ee.sild.platform.problem.ProblemCatalogue;

/**
 * Validates every exchange of the tests against the committed contract: path, method, status, media type and body. A
 * property or value that is not documented fails, although clients ignore it.
 */
public final class ContractFilter implements Filter {

    private static final String BASE = "urn:sild:contract";
    private static final ObjectMapper JSON = new ObjectMapper();
    /**
     * The responses that the tests have produced, for {@link ContractCoverageTest}, which runs after them. One file for
     * each class loader of the run.
     */
    static final Path SEEN_FILES = Path.of("target/contract-seen");

    private static final String THIS_RUN = ProcessHandle.current().pid() + "-";
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                if (!SEEN.isEmpty()) {
                    Files.write(Files.createDirectories(SEEN_FILES).resolve(THIS_RUN + UUID.randomUUID()), SEEN);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private final JsonNode contract = ContractDocument.closed(ContractDocument.resolved(ContractDocument.written()));
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemas(Map.of(BASE, contract.toString()))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Route> routes = new ArrayList<>();

    private record Route(Pattern pattern, String template) {}

    ContractFilter() {
        contract.path("paths")
                .fieldNames()
                .forEachRemaining(template -> routes.add(new Route(
                        Pattern.compile(Pattern.compile("\\{[^/}]+}")
                                .matcher(Pattern.quote(template))
                                .replaceAll("\\\\E[^/]+\\\\Q")),
                        template)));
        routes.sort(Comparator.comparingLong(
                route -> route.template.chars().filter(c -> c == '{').count()));
    }

    /** Responses of earlier runs do not count. */
    static void deleteEarlierRuns() throws IOException {
        if (Files.exists(SEEN_FILES)) {
            try (var files = Files.list(SEEN_FILES)) {
                for (Path file : files.filter(
                                one -> !one.getFileName().toString().startsWith(THIS_RUN))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The committed contract, with what operations share in its places, closed. */
    public JsonNode contract() {
        return contract;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String path = URI.create(request.getURI()).getPath();
        String method = request.getMethod().toLowerCase(Locale.ROOT);
        Route route = routes.stream()
                .filter(one -> one.pattern.matcher(path).matches())
                .findFirst()
                .orElse(null);
        JsonNode operation = route == null
                ? null
                : contract.path("paths").path(route.template).get(method);
        if (operation == null) {
            throw new AssertionError("Not in the contract: " + method + " " + path);
        }
        var wrong = new ArrayList<String>();
        checkAnswer("/paths/" + escape(route.template) + "/" + method, operation, answer, wrong);
        if (answer.statusCode() < 400) {
            checkParameters(operation, request, wrong);
        }
        SEEN.add(operation.path("operationId").asText() + " " + answer.statusCode());
        if (!wrong.isEmpty()) {
            throw new AssertionError("Does not match the contract: %s %s %d: %s%n%s"
                    .formatted(method, route.template, answer.statusCode(), wrong, answer.asString()));
        }
        return answer;
    }

    private void checkAnswer(String at, JsonNode operation, Response answer, List<String> wrong) {
        JsonNode documented = operation.path("responses").get("" + answer.statusCode());
        if (documented == null) {
            wrong.add("status is not documented");
            return;
        }
        String where = at + "/responses/" + answer.statusCode();
        documented.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean() && answer.header(header.getKey()) == null) {
                wrong.add("header " + header.getKey() + " is missing");
            }
        });
        String body = answer.asString();
        String type = answer.contentType() == null
                ? ""
                : answer.contentType().split(";")[0].strip();
        if (type.equals("application/problem+json")) {
            String code = tree(body).path("code").asText();
            boolean known = operation
                    .path("x-problems")
                    .valueStream()
                    .anyMatch(one -> one.asText().equals(code));
            if (!known || ProblemCatalogue.statuses().get(code) != answer.statusCode()) {
                wrong.add("problem '" + code + "' is not documented");
            }
        }
        JsonNode content = documented.path("content");
        if (content.isEmpty() && body.isEmpty()) {
            return;
        }
        if (!content.has(type)) {
            wrong.add("media type '" + type + "' is not documented");
        } else if (type.endsWith("json")) {
            validate(where + "/content/" + escape(type) + "/schema", body)
                    .forEach(error -> wrong.add(error.getInstanceLocation() + " " + error.getMessage()));
        }
    }

    private static void checkParameters(
            JsonNode operation, FilterableRequestSpecification request, List<String> wrong) {
        Set<String> known = new HashSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> known.add(parameter.path("name").asText()));
        request.getQueryParams().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong.add("query parameter " + name + " is not documented"));
    }

    /** Each loaded schema contains a copy of the contract, so a named schema is loaded once. */
    private List<Error> validate(String pointer, String body) {
        String named = contract.at(pointer).path("$ref").asText("");
        return schemas.computeIfAbsent(
                        named.isEmpty() ? pointer : named.substring(1),
                        key -> registry.getSchema(SchemaLocation.of(BASE + "#" + key)))
                .validate(body, InputFormat.JSON);
    }

    private static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    /** An unparsed body. */
    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }

    static ObjectMapper json() {
        return JSON;
    }
}
