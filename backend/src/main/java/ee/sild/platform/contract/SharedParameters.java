package ee.sild.platform.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters that several operations of the contract take: each is a component. */
final class SharedParameters {

    private SharedParameters() {}

    /** Moves each parameter that several operations take to the components, and refers to it. */
    static void share(OpenAPI api) {
        var uses = new HashMap<Parameter, Integer>();
        var named = new HashMap<String, Set<Parameter>>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> ContractParameters.parameters(operation)
                                .forEach(parameter -> {
                                    if (uses.merge(parameter, 1, Integer::sum) > 1) {
                                        named.computeIfAbsent(component(path, parameter), name -> new HashSet<>())
                                                .add(parameter);
                                    }
                                })));
        var shared = new TreeMap<String, Parameter>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> operation.setParameters(ContractParameters.parameters(operation).stream()
                                .map(parameter ->
                                        uses.get(parameter) > 1 ? share(path, parameter, named, shared) : parameter)
                                .toList())));
        api.getComponents().setParameters(shared);
    }

    private static Parameter share(
            String path, Parameter parameter, Map<String, Set<Parameter>> named, Map<String, Parameter> shared) {
        String plain = component(path, parameter);
        String name = named.get(plain).size() == 1 ? plain : listed(path) + plain;
        Parameter other = shared.putIfAbsent(name, parameter);
        if (other != null && !other.equals(parameter)) {
            throw new IllegalStateException("Two parameters of the contract are called " + name);
        }
        return OASFactory.createParameter().ref(name);
    }

    /** What the operations of a path list, for parameters that differ from list to list. */
    private static String listed(String path) {
        return camel(path.replaceFirst("/export$", "")
                .replaceFirst(".*/", "")
                .replace('-', ' ')
                .replaceFirst("ies$", "y")
                .replaceFirst("s$", ""));
    }

    private static String component(String path, Parameter parameter) {
        String name = parameter.getName();
        return switch (parameter.getIn()) {
            case PATH -> camel(ContractParameters.thing(path, parameter)) + (name.equals("token") ? "Token" : "Id");
            case HEADER -> (Boolean.TRUE.equals(parameter.getRequired()) ? "Required" : "") + name.replace("-", "");
            default ->
                switch (name) {
                    case "limit" -> "PageSize";
                    case "cursor", "sort", "count" -> camel(name);
                    case "q" -> "Search";
                    case "format", "separator" -> "Export" + camel(name);
                    default -> camel(ContractParameters.words(name)) + "Filter";
                };
        };
    }

    private static String camel(String words) {
        var camel = new StringBuilder();
        for (String word : words.split(" ")) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }
}
