package ee.sild.platform.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
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
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import ee.sild.platform.http.CsvWriter;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.Cookies;
import ee.sild.platform.security.Role;

/**
 * The OpenAPI contract: adds what all operations share. Response fields are required unless nullable, failures are
 * problems, versions are ETags, and access follows from the code's annotations.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Sild",
                        version = "1.0.0",
                        contact = @Contact(name = "Sild"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        description = """
        Partner relationship management: a vendor hands sales opportunities to its partners, the partners answer, \
        work and close them.

        Money is an amount with a currency; instants are RFC 3339 in UTC; days are ISO dates. Lists are read page by \
        page with `cursor`.
        A single thing has an ETag: send it (or `"<version>"`) as `If-Match` to change what you have seen and nothing \
        newer.
        Each caller has a number of requests a minute: `RateLimit` says how many are left.
        Each answer has a `traceparent` of W3C Trace Context, which goes on from the one in the request, if any: its \
        trace id is in the server's log.
        Every failure is an RFC 9457 problem with a stable `code`; `title` and `detail` follow `Accept-Language`; \
        the schema `Language` lists the languages.
        What a caller may not see does not exist for them: 404.
        Answers may get more fields and enumerations more values: pass over what you do not know. Nothing else \
        changes under `/api/v1`."""),
        servers = @Server(url = "/", description = "This installation"),
        components =
                @Components(
                        schemas =
                                @org.eclipse.microprofile.openapi.annotations.media.Schema(
                                        name = "Problem",
                                        implementation = Problem.class),
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "session",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = Cookies.ACCESS,
                                    description = "People in a browser, after signing in"),
                            @SecurityScheme(
                                    securitySchemeName = "client",
                                    type = SecuritySchemeType.OAUTH2,
                                    description = "Integration clients",
                                    flows =
                                            @OAuthFlows(
                                                    clientCredentials =
                                                            @OAuthFlow(
                                                                    tokenUrl = "/oauth/token",
                                                                    scopes = {
                                                                        @OAuthScope(
                                                                                name = "me:read",
                                                                                description = "Who the client is"),
                                                                        @OAuthScope(
                                                                                name = "opportunities:read",
                                                                                description = "Read opportunities"),
                                                                        @OAuthScope(
                                                                                name = "opportunities:write",
                                                                                description =
                                                                                        "Bring in, change, work and close opportunities"),
                                                                        @OAuthScope(
                                                                                name = "distributions:read",
                                                                                description = "Read offers"),
                                                                        @OAuthScope(
                                                                                name = "distributions:write",
                                                                                description =
                                                                                        "Offer, answer and recall"),
                                                                        @OAuthScope(
                                                                                name = "deal-registrations:read",
                                                                                description = "Read registrations"),
                                                                        @OAuthScope(
                                                                                name = "deal-registrations:write",
                                                                                description =
                                                                                        "Register, and decide on registrations"),
                                                                        @OAuthScope(
                                                                                name = "notes:read",
                                                                                description = "Read timelines"),
                                                                        @OAuthScope(
                                                                                name = "notes:write",
                                                                                description = "Write notes"),
                                                                        @OAuthScope(
                                                                                name = "partners:read",
                                                                                description = "Read partners"),
                                                                        @OAuthScope(
                                                                                name = "partners:write",
                                                                                description =
                                                                                        "Bring in and change partners"),
                                                                        @OAuthScope(
                                                                                name = "customers:read",
                                                                                description =
                                                                                        "Read customers and contacts"),
                                                                        @OAuthScope(
                                                                                name = "customers:write",
                                                                                description =
                                                                                        "Bring in and change customers and contacts"),
                                                                        @OAuthScope(
                                                                                name = "reference:read",
                                                                                description =
                                                                                        "Read tiers and vocabularies"),
                                                                        @OAuthScope(
                                                                                name = "reference:write",
                                                                                description =
                                                                                        "Add to tiers and vocabularies"),
                                                                        @OAuthScope(
                                                                                name = "dashboard:read",
                                                                                description =
                                                                                        "Read the dashboard's numbers")
                                                                    })))
                        }))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract extends Application implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName ROLES_ALLOWED = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName API_SCOPE = DotName.createSimple(ApiScope.class.getName());
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class.getName());
    private static final DotName REFUSES = DotName.createSimple(ProblemCodes.class.getName());
    private static final Map<String, Object> EXAMPLES = examples("/examples.json");
    private static final Map<String, Object> ANSWERS = examples("/answers.json");

    private final Map<String, MethodInfo> methods = new TreeMap<>();
    private final ContractHeaders headers = new ContractHeaders();

    /** Only used to give the specification an application; never run. */
    public Contract() {}

    /** For the build: collects the annotations of each operation. */
    public Contract(IndexView code) {
        for (AnnotationInstance operation : code.getAnnotations(OPERATION)) {
            if (operation.value("operationId") != null) {
                methods.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
        headers.learn(code);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        ContractSchemas.complete(api);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        boolean read = method == HttpMethod.GET;
        MethodInfo code = methods.get(operation.getOperationId());
        boolean open = annotation(code, PERMIT_ALL) != null && code.annotation(ROLES_ALLOWED) == null;
        operation.setSecurity(open ? List.of() : null);
        var codes = new TreeSet<>(refused(code));
        if (!path.startsWith("/oauth")) {
            operation.getResponses().removeAPIResponse("401");
            operation.getResponses().removeAPIResponse("403");
        }
        codes.addAll(ContractFailures.unreadable(operation, method));
        if (!open) {
            codes.add("unauthenticated");
            codes.addAll(secure(operation, code, read));
        }
        if (path.contains("{")) {
            codes.add("not-found");
        }
        boolean verb = method == HttpMethod.POST
                && path.contains("{")
                && !operation.getResponses().hasAPIResponse("201");
        if (method == HttpMethod.PATCH
                || (verb && !open && headers.isVersioned(code.returnType().name()))) {
            codes.addAll(ContractHeaders.versions(operation, method == HttpMethod.PATCH));
        }
        describe(path, operation);
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(body -> body.setExample(EXAMPLES.get(operation.getOperationId())));
        }
        headers.tag(operation, method, code.returnType().name());
        if (method == HttpMethod.POST && code.declaringClass().hasDeclaredAnnotation(IDEMPOTENT)) {
            codes.addAll(ContractHeaders.once(operation));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")
                    && answer.getContent() != null
                    && answer.getContent().hasMediaType(MediaType.APPLICATION_JSON)) {
                answer.getContent()
                        .getMediaType(MediaType.APPLICATION_JSON)
                        .setExample(ANSWERS.get(operation.getOperationId()));
            }
        });
        if (operation.getResponses().getAPIResponses().values().stream().anyMatch(Contract::isCsv)) {
            codes.add("export.too-many-rows");
        }
        codes.addAll(List.of("unavailable", "too-many-requests"));
        ContractFailures.fail(operation, codes);
        operation.getResponses().getAPIResponses().forEach((status, answer) -> asCsv(answer));
    }

    /** Example request or response bodies by operation. */
    private static Map<String, Object> examples(String name) {
        try (var file = Contract.class.getResourceAsStream(name)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Describes parameters that have no description of their own: path parameters and list filters. */
    private static void describe(String path, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (parameter.getDescription() == null) {
                String before = path.replaceFirst("/\\{" + parameter.getName() + "}.*", "")
                        .replaceFirst(".*/", "")
                        .replace('-', ' ');
                parameter.description(
                        parameter.getIn() == Parameter.In.PATH
                                ? "Which one of the " + before
                                : "Only those of this " + words(parameter.getName()));
            }
        }
    }

    private static String words(String name) {
        return name.replaceFirst("Id$", "").replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static List<String> refused(MethodInfo code) {
        AnnotationInstance own = code.annotation(REFUSES);
        return own == null ? List.of() : List.of(own.value().asStringArray());
    }

    private static List<String> secure(Operation operation, MethodInfo code, boolean read) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("session"));
        List<String> roles = List.of(annotation(code, ROLES_ALLOWED).value().asStringArray());
        operation.addExtension("x-roles", roles);
        var codes = new ArrayList<String>();
        if (roles.size() < Role.values().length) {
            codes.add("forbidden");
        }
        AnnotationInstance scope = annotation(code, API_SCOPE);
        if (scope == null) {
            codes.add("client.people-only");
        } else {
            String needed = scope.value().asString() + (read ? ":read" : ":write");
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("client", needed));
            codes.add("client.scope");
        }
        return codes;
    }

    private static AnnotationInstance annotation(MethodInfo code, DotName name) {
        AnnotationInstance own = code.annotation(name);
        return own == null ? code.declaringClass().declaredAnnotation(name) : own;
    }

    private static boolean isCsv(APIResponse answer) {
        return answer.getContent() != null && answer.getContent().hasMediaType(CsvWriter.TYPE);
    }

    private static void asCsv(APIResponse answer) {
        if (isCsv(answer)) {
            answer.getContent()
                    .getMediaType(CsvWriter.TYPE)
                    .setSchema(OASFactory.createSchema()
                            .addType(SchemaType.STRING)
                            .description("A header line, then one line an item"));
        }
    }
}
