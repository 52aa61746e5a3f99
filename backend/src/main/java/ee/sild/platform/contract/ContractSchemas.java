package ee.sild.platform.contract;

import java.util.List;
import java.util.Map.Entry;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import ee.sild.platform.problem.ProblemCatalogue;

/** The schemas of the contract: response fields are required unless nullable. */
final class ContractSchemas {

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
        ContractPatches.derive(api, schemas);
        schemas.put(
                "Xlsx",
                OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .format("binary")
                        .description("A sheet with the headings and the rows"));
        schemas.get("Problem")
                .getProperties()
                .get("code")
                .addExtension(
                        ContractForms.VALUES,
                        List.copyOf(ProblemCatalogue.statuses().keySet()));
        api.getComponents().setSchemas(schemas);
    }

    /** A union says all about its type. The one that the scanner adds depends on its order, and may exclude null. */
    private static void dropTypeOfUnion(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType(null);
        }
        SchemaReferences.parts(schema).forEach(ContractSchemas::dropTypeOfUnion);
    }

    /** Numbers are doubles, which hold 15 digits; without a format many clients read them as floats, which hold 7. */
    private static void asDouble(Schema schema) {
        if (schema.getType() != null && schema.getType().contains(SchemaType.NUMBER)) {
            schema.setFormat("double");
        }
        SchemaReferences.parts(schema).forEach(ContractSchemas::asDouble);
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
