package ee.sild.platform.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import ee.sild.platform.http.MergePatch;

/** The schemas of merge patches: they have the fields of the full resource, none of them required. */
final class ContractPatches {

    private static final String SCHEMAS = "#/components/schemas/";

    private ContractPatches() {}

    /** Adds the schemas of patches, and removes those that are only patched. */
    static void derive(OpenAPI api, Map<String, Schema> schemas) {
        api.getPaths().getPathItems().values().stream()
                .filter(item -> item.getPATCH() != null)
                .forEach(item -> patch(item.getPATCH(), schemas));
        var used = used(api, schemas);
        schemas.keySet().removeIf(name -> name.startsWith("Edit") && !used.contains(SCHEMAS + name));
    }

    private static void patch(Operation operation, Map<String, Schema> schemas) {
        var body = operation.getRequestBody().getContent().getMediaType(MergePatch.TYPE);
        String whole = body.getSchema().getRef().substring(SCHEMAS.length());
        String part = whole.replaceFirst("^Edit", "Patch");
        schemas.put(
                part,
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .properties(patched(schemas.get(whole).getProperties()))
                        .additionalPropertiesBoolean(false)
                        .description("Absent fields stay unchanged; null clears a field"));
        body.setSchema(OASFactory.createSchema().ref(part));
    }

    private static Map<String, Schema> patched(Map<String, Schema> properties) {
        var patched = new LinkedHashMap<>(properties);
        patched.replaceAll(
                (name, schema) -> schema.getAdditionalPropertiesSchema() == null ? schema : clearable(schema));
        return patched;
    }

    /** A map whose entries are removed by null. */
    private static Schema clearable(Schema map) {
        Schema value = map.getAdditionalPropertiesSchema();
        return OASFactory.createSchema()
                .type(map.getType())
                .description(map.getDescription())
                .additionalPropertiesSchema(OASFactory.createSchema()
                        .type(value.getType())
                        .addType(SchemaType.NULL)
                        .minLength(value.getMinLength())
                        .maxLength(value.getMaxLength())
                        .pattern(value.getPattern()));
    }

    /** The schemas that bodies and other schemas use, without those that are only patched. */
    private static Set<String> used(OpenAPI api, Map<String, Schema> schemas) {
        var bodies = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema);
        return Stream.concat(bodies, schemas.values().stream())
                .flatMap(ContractPatches::references)
                .collect(Collectors.toSet());
    }

    private static Stream<String> references(Schema schema) {
        return schema == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.ofNullable(schema.getRef()),
                        SchemaReferences.parts(schema).flatMap(ContractPatches::references));
    }
}
