package ee.sild.platform.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.media.Schema;

/** What the schemas of the contract consist of and refer to. */
final class SchemaReferences {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    SchemaReferences(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names of the schemas that these refer to, directly or through others. */
    Set<String> reachable(Collection<Schema> from) {
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

    static String name(Schema reference) {
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
