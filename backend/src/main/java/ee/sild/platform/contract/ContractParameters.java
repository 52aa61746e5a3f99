package ee.sild.platform.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.smallrye.openapi.model.Extensions;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters of the contract: each has a description, and one that several operations take is a component. */
final class ContractParameters {

    /** Where in the code a parameter is: no two have the same. */
    private static final String ORIGIN = Extensions.PRIVATE_EXT_PREFIX + "param-ref";

    private ContractParameters() {}

    /** Describes parameters that have no description of their own: path parameters and list filters. */
    static void describe(String path, Operation operation) {
        for (Parameter parameter : parameters(operation)) {
            parameter.removeExtension(ORIGIN);
            ContractSchemas.name(parameter.getSchema());
            if (parameter.getDescription() == null) {
                parameter.description(
                        parameter.getIn() == Parameter.In.PATH ? identity(path, parameter) : filter(parameter));
            }
        }
    }

    private static String identity(String path, Parameter parameter) {
        String thing = thing(path, parameter).replaceFirst("^api ", "API ");
        return parameter.getName().equals("token") ? "Token of the " + thing : "ID of the " + thing;
    }

    private static String filter(Parameter parameter) {
        List<SchemaType> type = parameter.getSchema().getType();
        String only = "Only return items with the given " + words(parameter.getName());
        return type != null && type.contains(SchemaType.ARRAY) ? only + "; repeatable" : only;
    }

    /** Moves each parameter that several operations take to the components, and refers to it. */
    static void share(OpenAPI api) {
        var uses = new HashMap<Parameter, Integer>();
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations()
                        .values()
                        .forEach(operation ->
                                parameters(operation).forEach(parameter -> uses.merge(parameter, 1, Integer::sum))));
        var shared = new TreeMap<String, Parameter>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> operation.setParameters(parameters(operation).stream()
                                .map(parameter -> uses.get(parameter) > 1 ? share(path, parameter, shared) : parameter)
                                .toList())));
        api.getComponents().setParameters(shared);
    }

    private static Parameter share(String path, Parameter parameter, Map<String, Parameter> shared) {
        String name = component(path, parameter);
        Parameter other = shared.putIfAbsent(name, parameter);
        if (other != null && !other.equals(parameter)) {
            throw new IllegalStateException("Two parameters of the contract are called " + name);
        }
        return OASFactory.createParameter().ref(name);
    }

    private static String component(String path, Parameter parameter) {
        String name = parameter.getName();
        return switch (parameter.getIn()) {
            case PATH -> camel(thing(path, parameter)) + (name.equals("token") ? "Token" : "Id");
            case HEADER -> (Boolean.TRUE.equals(parameter.getRequired()) ? "Required" : "") + name.replace("-", "");
            default ->
                switch (name) {
                    case "limit" -> "PageSize";
                    case "cursor", "sort", "count" -> camel(name);
                    case "q" -> "Search";
                    default -> camel(words(name)) + "Filter";
                };
        };
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** What a path parameter identifies, in words: its segment before, in the singular. */
    private static String thing(String path, Parameter parameter) {
        return path.replaceFirst("/\\{" + parameter.getName() + "}.*", "")
                .replaceFirst(".*/", "")
                .replace('-', ' ')
                .replaceFirst("ies$", "y")
                .replaceFirst("s$", "");
    }

    private static String words(String name) {
        return name.replaceFirst("Id$", "").replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String camel(String words) {
        var camel = new StringBuilder();
        for (String word : words.split(" ")) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }
}
