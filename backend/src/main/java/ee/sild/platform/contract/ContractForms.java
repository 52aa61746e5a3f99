package ee.sild.platform.contract;

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

    private final Map<String, Schema> schemas;
    private final SchemaReferences references;

    private ContractForms(Map<String, Schema> schemas) {
        this.schemas = schemas;
        this.references = new SchemaReferences(schemas);
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
        var requests = references.reachable(sent);
        var both = new TreeSet<>(references.reachable(answered));
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
        references.reachable(answered).forEach(name -> open(schemas.get(name)));
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

    /** Whether a response has another form of it than a request: it is an enumeration or an object, or has one. */
    private boolean differs(Schema schema) {
        return schema.getEnumeration() != null
                || schema.getProperties() != null
                || (schema.getRef() != null && differs(schemas.get(SchemaReferences.name(schema))))
                || SchemaReferences.parts(schema).anyMatch(this::differs);
    }

    private static void useInputs(Schema schema, Set<String> both) {
        if (schema.getRef() != null && both.contains(SchemaReferences.name(schema))) {
            schema.setRef(SchemaReferences.name(schema) + "Input");
        }
        SchemaReferences.parts(schema).forEach(part -> useInputs(part, both));
    }

    private static void open(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.addExtension(VALUES, List.copyOf(schema.getEnumeration()));
            schema.setEnumeration(null);
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesBoolean(null);
        }
        SchemaReferences.parts(schema).forEach(ContractForms::open);
    }
}
