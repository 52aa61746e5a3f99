package ee.sild.platform.contract;

import java.util.List;
import java.util.Locale;

import io.smallrye.openapi.model.Extensions;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The descriptions of the parameters of the contract. */
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

    static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** What a path parameter identifies, in words: its segment before, in the singular. */
    static String thing(String path, Parameter parameter) {
        return path.replaceFirst("/\\{" + parameter.getName() + "}.*", "")
                .replaceFirst(".*/", "")
                .replace('-', ' ')
                .replaceFirst("ies$", "y")
                .replaceFirst("s$", "");
    }

    static String words(String name) {
        return name.replaceFirst("Id$", "").replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
