import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * All reads of the contract: each operation as it is, with each documented sort in both directions, with each filter,
 * and counted. What to ask for is in cases.properties; an operation or a filter that is not there is an error, so that
 * a new one is not forgotten.
 */
final class Cases {

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SORTS = Pattern.compile("Sort by ((?:`\\w+`(?:,? (?:or )?)?)+)");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final List<String> PAGE = List.of("cursor", "limit", "count", "sort");

    private final JsonNode contract;
    private final Properties wanted = new Properties();
    private final Database database;

    Cases(Path contract, Path values, Database database) throws IOException {
        this.contract = new YAMLMapper().readTree(Files.readString(contract));
        this.database = database;
        try (var file = Files.newBufferedReader(values)) {
            wanted.load(file);
        }
    }

    List<Case> list() throws SQLException {
        var all = new ArrayList<Case>();
        for (var path : contract.path("paths").properties()) {
            JsonNode operation = path.getValue().path("get");
            if (!operation.isMissingNode() && !"-".equals(wanted.getProperty(id(operation)))) {
                add(all, path.getKey(), operation);
            }
        }
        return all;
    }

    /** Only the lists with each of their documented sorts. */
    List<Case> sorts() {
        var all = new ArrayList<Case>();
        for (var path : contract.path("paths").properties()) {
            addSorts(all, path.getKey(), path.getValue().path("get"));
        }
        return all;
    }

    private void addSorts(List<Case> all, String path, JsonNode operation) {
        for (String sort : sorts(operation)) {
            all.add(new Case(id(operation), path, "sort=" + sort, true));
            all.add(new Case(id(operation), path, "sort=-" + sort, true));
        }
    }

    private void add(List<Case> all, String path, JsonNode operation) throws SQLException {
        String filled = filled(path, operation);
        all.add(new Case(id(operation), filled, "", false));
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            String name = parameter.path("name").asText();
            if (name.equals("count")) {
                all.add(new Case(id(operation), filled, "count=true", false));
            } else if (parameter.path("in").asText().equals("query") && !PAGE.contains(name)) {
                for (String value : values(operation, parameter)) {
                    all.add(new Case(id(operation), filled, name + "=" + value, false));
                }
            }
        }
        addSorts(all, filled, operation);
    }

    /** The sorts that the description names, as in "Sort by `name` or `updatedAt`." */
    private List<String> sorts(JsonNode operation) {
        if (operation.path("parameters").valueStream().noneMatch(one -> name(one).equals("sort"))) {
            return List.of();
        }
        var sentence = SORTS.matcher(operation.path("description").asText());
        if (!sentence.find()) {
            throw new IllegalStateException("The description of " + id(operation) + " does not name its sorts");
        }
        return NAME.matcher(sentence.group(1)).results().map(name -> name.group(1)).toList();
    }

    private String filled(String path, JsonNode operation) throws SQLException {
        String area = path.replaceFirst("^/(?:api/v1/)?([^/]+).*", "$1");
        String filled = path;
        for (var name : IN_PATH.matcher(path).results().toList()) {
            filled = filled.replace(
                    name.group(), value(id(operation) + "." + name.group(1), area + "." + name.group(1)));
        }
        return filled;
    }

    private List<String> values(JsonNode operation, JsonNode parameter) throws SQLException {
        JsonNode schema = resolved(parameter.path("schema"));
        JsonNode one = schema.has("items") ? resolved(schema.path("items")) : schema;
        JsonNode names = one.has("enum") ? one.path("enum") : one.path("x-extensible-enum");
        if (names.isArray()) {
            return names.valueStream().map(JsonNode::asText).toList();
        }
        if (one.path("type").asText().equals("boolean")) {
            return List.of("true");
        }
        String name = parameter.path("name").asText();
        return Stream.of(value(id(operation) + "." + name, name).split(" ")).toList();
    }

    /** The value of the first of these keys: a text, or what a query returns. */
    private String value(String... keys) throws SQLException {
        for (String key : keys) {
            String value = wanted.getProperty(key);
            if (value != null && value.startsWith("select ")) {
                var rows = database.rows(value);
                if (rows.isEmpty()) {
                    throw new IllegalStateException("Nothing is found for " + key + " of cases.properties");
                }
                return rows.getFirst()[0];
            }
            if (value != null) {
                return value;
            }
        }
        throw new IllegalStateException("cases.properties needs a value for " + String.join(" or ", keys));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(contract.at(node.path("$ref").asText().substring(1))) : node;
    }

    private String name(JsonNode parameter) {
        return resolved(parameter).path("name").asText();
    }

    private static String id(JsonNode operation) {
        return operation.path("operationId").asText();
    }
}
