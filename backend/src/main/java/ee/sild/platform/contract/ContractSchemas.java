package ee.sild.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.ProblemCatalogue;

/** The schemas of the contract: response fields are required unless nullable, and a patch has no required fields. */
final class ContractSchemas {

    private static final String SCHEMAS = "#/components/schemas/";

    private ContractSchemas() {}

    static void complete(OpenAPI api) {
        var schemas = new TreeMap<>(api.getComponents().getSchemas());
        schemas.values().forEach(ContractSchemas::dropTypeOfUnion);
        schemas.values().forEach(ContractSchemas::require);
        schemas.values().forEach(ContractSchemas::asDouble);
        schemas.values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .forEach(ContractSchemas::name);
        api.getPaths().getPathItems().values().stream()
                .filter(item -> item.getPATCH() != null)
                .forEach(item -> patch(item.getPATCH(), schemas));
        var used = used(api, schemas);
        schemas.keySet().removeIf(name -> name.startsWith("Edit") && !used.contains(SCHEMAS + name));
        schemas.put(
                "Csv",
                OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .description("A header line, followed by one line per item"));
        schemas.get("Problem")
                .getProperties()
                .get("code")
                .addExtension(
                        ContractForms.VALUES,
                        List.copyOf(ProblemCatalogue.statuses().keySet()));
        api.getComponents().setSchemas(schemas);
    }

    /** A merge patch has the fields of the full resource, none of them required. */
    private static void patch(Operation operation, Map<String, Schema> schemas) {
        var body = operation.getRequestBody().getContent().getMediaType(MergePatch.TYPE);
        String whole = body.getSchema().getRef().substring(SCHEMAS.length());
        String part = whole.replaceFirst("^Edit", "Patch");
        schemas.put(
                part,
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .properties(schemas.get(whole).getProperties())
                        .additionalPropertiesBoolean(false)
                        .description("Absent fields stay unchanged; null clears a field"));
        body.setSchema(OASFactory.createSchema().ref(part));
    }

    /** The schemas that bodies and other schemas use, without those that are only patched. */
    private static Set<String> used(OpenAPI api, Map<String, Schema> schemas) {
        var bodies = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema);
        return Stream.concat(bodies, schemas.values().stream())
                .flatMap(ContractSchemas::references)
                .collect(Collectors.toSet());
    }

    private static Stream<String> references(Schema schema) {
        return schema == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.ofNullable(schema.getRef()),
                        ContractForms.parts(schema).flatMap(ContractSchemas::references));
    }

    /** A union says all about its type. The one that the scanner adds depends on its order, and may exclude null. */
    private static void dropTypeOfUnion(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType(null);
        }
        ContractForms.parts(schema).forEach(ContractSchemas::dropTypeOfUnion);
    }

    /** Numbers are doubles, which hold 15 digits; without a format many clients read them as floats, which hold 7. */
    private static void asDouble(Schema schema) {
        if (schema.getType() != null && schema.getType().contains(SchemaType.NUMBER)) {
            schema.setFormat("double");
        }
        ContractForms.parts(schema).forEach(ContractSchemas::asDouble);
    }

    /** A list of identities refers to their schema, as one identity does. */
    static void name(Schema list) {
        if (list.getItems() != null && "uuid".equals(list.getItems().getFormat())) {
            list.setItems(OASFactory.createSchema().ref("UUID"));
        }
    }

    private static void require(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.setAdditionalPropertiesBoolean(false);
        schema.setRequired(schema.getProperties().entrySet().stream()
                .filter(property -> !isNullable(property.getValue()))
                .map(Entry::getKey)
                .toList());
    }

    private static boolean isNullable(Schema property) {
        return (property.getType() != null && property.getType().contains(SchemaType.NULL))
                || (property.getAnyOf() != null && property.getAnyOf().stream().anyMatch(ContractSchemas::isNullable));
    }
}
