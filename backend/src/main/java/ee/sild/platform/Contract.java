package ee.sild.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlow;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlows;
import org.eclipse.microprofile.openapi.annotations.security.OAuthScope;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * What every operation shares, said once: answer fields are required unless nullable, failures are problems, versions are
 * ETags, and who may call is what the code's annotations say.
 */
@OpenAPIDefinition(info = @Info(title = "Sild", version = "1.0.0", license = @License(name = "Apache-2.0", identifier = "Apache-2.0"), description = """
        Partner relationship management: a vendor hands sales opportunities to its partners, the partners answer, work and close them.

        Money is an amount with a currency; instants are RFC 3339 in UTC; days are ISO dates. Lists are read page by page with `cursor`.
        A single thing has an ETag: send it (or `"<version>"`) as `If-Match` to change what you have seen and nothing newer.
        Every failure is an RFC 9457 problem with a stable `code`; `title` and `detail` follow `Accept-Language` (`en`, `et`).
        What a caller may not see does not exist for them: 404."""), servers = @Server(url = "/", description = "This installation"), components = @Components(schemas = @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Problem", implementation = Problem.class), securitySchemes = {
        @SecurityScheme(securitySchemeName = "session", type = SecuritySchemeType.APIKEY, in = SecuritySchemeIn.COOKIE, apiKeyName = Cookies.ACCESS, description = "People in a browser, after signing in"),
        @SecurityScheme(securitySchemeName = "client", type = SecuritySchemeType.OAUTH2, description = "Integration clients", flows = @OAuthFlows(clientCredentials = @OAuthFlow(tokenUrl = "/oauth/token", scopes = {
                @OAuthScope(name = "me:read", description = "Who the client is"),
                @OAuthScope(name = "opportunities:read", description = "Read opportunities"),
                @OAuthScope(name = "opportunities:write", description = "Bring in, change, work and close opportunities"),
                @OAuthScope(name = "distributions:read", description = "Read offers"),
                @OAuthScope(name = "distributions:write", description = "Offer, answer and recall"),
                @OAuthScope(name = "notes:read", description = "Read timelines"),
                @OAuthScope(name = "notes:write", description = "Write notes"),
                @OAuthScope(name = "partners:read", description = "Read partners"),
                @OAuthScope(name = "partners:write", description = "Bring in and change partners"),
                @OAuthScope(name = "customers:read", description = "Read customers and contacts"),
                @OAuthScope(name = "customers:write", description = "Bring in and change customers and contacts"),
                @OAuthScope(name = "reference:read", description = "Read tiers and vocabularies"),
                @OAuthScope(name = "reference:write", description = "Add to tiers and vocabularies"),
                @OAuthScope(name = "dashboard:read", description = "Read the dashboard's numbers") }))) }))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract extends Application implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final DotName OPERATION = DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName ROLES_ALLOWED = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName API_SCOPE = DotName.createSimple(ApiScope.class.getName());
    private static final Map<String, String> FAILURES = new TreeMap<>(Map.of(
            "400", "The request cannot be read: `malformed`, `cursor`, `sort`, `two-identities`",
            "401", "Nobody is signed in: `unauthenticated`",
            "403", "The caller may not do this: `forbidden`, `cross-origin`, `client.scope`, `client.people-only`, or a rule of the operation",
            "404", "There is none, or none that the caller may see: `not-found`",
            "409", "The rules or the state do not allow it now, or somebody else was first: `conflict`, `duplicate`, or a rule of the operation",
            "412", "It has changed since the version that `If-Match` names: `if-match.stale`",
            "415", "The body is not of a type that is read here: `media-type`",
            "422", "Some fields are not valid: `invalid`, with each field in `errors`",
            "428", "`If-Match` is missing: `if-match.required`"));

    private final Map<String, MethodInfo> methods = new TreeMap<>();

    /** Not for running, only for the specification to have an application. */
    public Contract() {
    }

    /** For the build: finds the annotations behind each operation. */
    public Contract(IndexView code) {
        for (AnnotationInstance operation : code.getAnnotations(OPERATION)) {
            methods.put(operation.value("operationId").asString(), operation.target().asMethod());
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = new TreeMap<>(api.getComponents().getSchemas());
        schemas.values().forEach(Contract::require);
        api.getPaths().getPathItems().values().stream().filter(item -> item.getPATCH() != null)
                .forEach(item -> patch(item.getPATCH(), schemas));
        api.getComponents().setSchemas(schemas);
        FAILURES.forEach((status, description) -> api.getComponents().addResponse("Problem" + status, problem(description)));
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    /** A merge patch has the fields of the whole, and needs none of them. */
    private static void patch(Operation operation, Map<String, Schema> schemas) {
        var body = operation.getRequestBody().getContent().getMediaType(MergePatch.TYPE);
        String whole = body.getSchema().getRef().substring(SCHEMAS.length());
        String part = whole.replaceFirst("^Edit", "Patch");
        schemas.put(part, OASFactory.createSchema().addType(SchemaType.OBJECT).properties(schemas.get(whole).getProperties())
                .additionalPropertiesBoolean(false).description("What is absent stays, what is null is cleared"));
        body.setSchema(OASFactory.createSchema().ref(part));
        if (!List.of("EditPartner", "EditCustomer", "EditContact").contains(whole)) {
            schemas.remove(whole);
        }
    }

    private static void require(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.setAdditionalPropertiesBoolean(false);
        schema.setRequired(schema.getProperties().entrySet().stream().filter(property -> !isNullable(property.getValue()))
                .map(Entry::getKey).toList());
    }

    private static boolean isNullable(Schema property) {
        return property.getType() != null && property.getType().contains(SchemaType.NULL)
                || property.getAnyOf() != null && property.getAnyOf().stream().anyMatch(Contract::isNullable);
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        boolean read = method == HttpMethod.GET;
        boolean verb = method == HttpMethod.POST && path.contains("{");
        boolean oauth = path.startsWith("/oauth");
        var fails = new ArrayList<String>();
        MethodInfo code = methods.get(operation.getOperationId());
        boolean open = annotation(code, PERMIT_ALL) != null && code.annotation(ROLES_ALLOWED) == null;
        operation.setSecurity(null);
        List.of("401", "403").stream().filter(status -> !oauth).forEach(operation.getResponses()::removeAPIResponse);
        if (!open) {
            fails.addAll(List.of("401", "403"));
            secure(operation, code, read);
        } else if (!read && !oauth) {
            fails.addAll(List.of("401", "403"));
        }
        boolean parameters = operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (operation.getRequestBody() != null && !oauth) {
            fails.addAll(List.of("400", "415", "422"));
        } else if (parameters && read && operation.getParameters().stream().anyMatch(one -> one.getIn() == Parameter.In.QUERY)) {
            fails.addAll(List.of("400", "422"));
        }
        if (path.contains("{")) {
            fails.add("404");
        }
        if (!read && !oauth) {
            fails.add("409");
        }
        if (method == HttpMethod.PATCH) {
            fails.addAll(List.of("412", "428"));
            operation.addParameter(ifMatch(true));
        } else if (verb && !open) {
            fails.add("412");
            operation.addParameter(ifMatch(false));
        }
        fails.stream().sorted().forEach(status -> operation.getResponses().addAPIResponse(status,
                OASFactory.createAPIResponse().ref("Problem" + status)));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> asCsv(answer));
    }

    private static void secure(Operation operation, MethodInfo code, boolean read) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("session"));
        AnnotationInstance scope = annotation(code, API_SCOPE);
        if (scope != null) {
            String needed = scope.value().asString() + (read ? ":read" : ":write");
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("client", needed));
        }
        AnnotationInstance roles = annotation(code, ROLES_ALLOWED);
        operation.addExtension("x-roles", List.of(roles.value().asStringArray()));
    }

    private static AnnotationInstance annotation(MethodInfo code, DotName name) {
        AnnotationInstance own = code.annotation(name);
        return own == null ? code.declaringClass().declaredAnnotation(name) : own;
    }

    private static Parameter ifMatch(boolean required) {
        return OASFactory.createParameter().name("If-Match").in(Parameter.In.HEADER).required(required)
                .description("The version to change, as `ETag` or as `\"<version>\"`").example("\"3\"")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static void asCsv(APIResponse answer) {
        if (answer.getContent() != null && answer.getContent().hasMediaType(CsvWriter.TYPE)) {
            answer.getContent().getMediaType(CsvWriter.TYPE)
                    .setSchema(OASFactory.createSchema().addType(SchemaType.STRING).description("A header line, then one line an item"));
        }
    }

    private static APIResponse problem(String description) {
        var schema = OASFactory.createSchema().ref("Problem");
        return OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(Problems.TYPE, OASFactory.createMediaType().schema(schema)));
    }
}
