package ee.sild.platform.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.smallrye.openapi.model.BaseModel;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The two forms of the contract's schemas. Requests are closed: no other properties and values are accepted. Responses
 * are open, so that they can grow: a client passes over what it does not know. A schema of both has a form for each.
 */
final class ContractForms {

    /** The values of an enumeration that may get more, as in the Zalando RESTful API guidelines. */
    static final String VALUES = "x-extensible-enum";

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    private ContractForms(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void separate(OpenAPI api) {
        new ContractForms(api.getComponents().getSchemas()).apply(api);
    }

    private void apply(OpenAPI api) {
        var operations = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        var sent = operations.stream().flatMap(ContractForms::sent).toList();
        var answered = Stream.concat(
                        operations.stream()
                                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                                .flatMap(answer -> schemas(answer.getContent())),
                        Stream.of(schemas.get("Problem")))
                .toList();
        var requests = reachable(sent);
        var both = new TreeSet<>(reachable(answered));
        both.retainAll(requests);
        both.removeIf(name -> !differs(schemas.get(name)));
        var inputs = new TreeMap<String, Schema>();
        both.forEach(name -> inputs.put(name + "Input", BaseModel.deepCopy(schemas.get(name), Schema.class)));
        Stream.concat(
                        sent.stream(),
                        Stream.concat(
                                inputs.values().stream(),
                                requests.stream()
                                        .filter(name -> !both.contains(name))
                                        .map(schemas::get)))
                .forEach(schema -> useInputs(schema, both));
        reachable(answered).forEach(name -> open(schemas.get(name)));
        inputs.forEach(api.getComponents()::addSchema);
    }

    /** The schemas of an operation's body and parameters. */
    private static Stream<Schema> sent(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        return Stream.concat(
                parameters.stream().map(Parameter::getSchema),
                operation.getRequestBody() == null
                        ? Stream.of()
                        : schemas(operation.getRequestBody().getContent()));
    }

    private static Stream<Schema> schemas(Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream().map(MediaType::getSchema);
    }

    /** The names of the schemas that these refer to, directly or through others. */
    private Set<String> reachable(Collection<Schema> from) {
        var names = new TreeSet<String>();
        from.forEach(schema -> reach(schema, names));
        return names;
    }

    private void reach(Schema schema, Set<String> names) {
        if (schema.getRef() != null) {
            String name = name(schema);
            if (names.add(name)) {
                reach(schemas.get(name), names);
            }
        }
        parts(schema).forEach(part -> reach(part, names));
    }

    /** Whether a response has another form of it than a request: it is an enumeration or an object, or has one. */
    private boolean differs(Schema schema) {
        return schema.getEnumeration() != null
                || schema.getProperties() != null
                || (schema.getRef() != null && differs(schemas.get(name(schema))))
                || parts(schema).anyMatch(this::differs);
    }

    private static void useInputs(Schema schema, Set<String> both) {
        if (schema.getRef() != null && both.contains(name(schema))) {
            schema.setRef(name(schema) + "Input");
        }
        parts(schema).forEach(part -> useInputs(part, both));
    }

    private static void open(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.addExtension(VALUES, List.copyOf(schema.getEnumeration()));
            schema.setEnumeration(null);
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesBoolean(null);
        }
        parts(schema).forEach(ContractForms::open);
    }

    private static String name(Schema reference) {
        return reference.getRef().substring(SCHEMAS.length());
    }

    /** The schemas within a schema. */
    static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        orNone(schema.getAnyOf()),
                        orNone(schema.getAllOf()),
                        orNone(schema.getOneOf()),
                        schema.getItems() == null ? List.<Schema>of() : List.of(schema.getItems()))
                .flatMap(Collection::stream);
    }

    private static List<Schema> orNone(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
