package ee.sild.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;

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
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * What every operation shares, said once: answer fields are required unless nullable, failures are problems, versions are
 * ETags, and who may call is what the code's annotations say.
 */
@OpenAPIDefinition(info = @Info(title = "Sild", version = "1.0.0", contact = @Contact(name = "Sild"), license = @License(name = "Apache-2.0", identifier = "Apache-2.0"), description = """
        Partner relationship management: a vendor hands sales opportunities to its partners, the partners answer, work and close them.

        Money is an amount with a currency; instants are RFC 3339 in UTC; days are ISO dates. Lists are read page by page with `cursor`.
        A single thing has an ETag: send it (or `"<version>"`) as `If-Match` to change what you have seen and nothing newer.
        Each caller has a number of requests a minute: `RateLimit` says how many are left.
        Each answer has a `traceparent` of W3C Trace Context, which goes on from the one in the request, if any: its trace id is in the server's log.
        Every failure is an RFC 9457 problem with a stable `code`; `title` and `detail` follow `Accept-Language` (`en`, `et`).
        What a caller may not see does not exist for them: 404.
        Answers may get more fields and enumerations more values: pass over what you do not know. Nothing else changes under `/api/v1`."""), servers = @Server(url = "/", description = "This installation"), components = @Components(schemas = @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Problem", implementation = Problem.class), securitySchemes = {
        @SecurityScheme(securitySchemeName = "session", type = SecuritySchemeType.APIKEY, in = SecuritySchemeIn.COOKIE, apiKeyName = Cookies.ACCESS, description = "People in a browser, after signing in"),
        @SecurityScheme(securitySchemeName = "client", type = SecuritySchemeType.OAUTH2, description = "Integration clients", flows = @OAuthFlows(clientCredentials = @OAuthFlow(tokenUrl = "/oauth/token", scopes = {
                @OAuthScope(name = "me:read", description = "Who the client is"),
                @OAuthScope(name = "opportunities:read", description = "Read opportunities"),
                @OAuthScope(name = "opportunities:write", description = "Bring in, change, work and close opportunities"),
                @OAuthScope(name = "distributions:read", description = "Read offers"),
                @OAuthScope(name = "distributions:write", description = "Offer, answer and recall"),
                @OAuthScope(name = "deal-registrations:read", description = "Read registrations"),
                @OAuthScope(name = "deal-registrations:write", description = "Register, and decide on registrations"),
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
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class.getName());
    private static final DotName REFUSES = DotName.createSimple(Refuses.class.getName());
    private static final Map<String, Object> EXAMPLES = examples("/examples.json");
    private static final Map<String, Object> ANSWERS = examples("/answers.json");
    private static final Map<Integer, String> FAILURES = Map.ofEntries(
            Map.entry(400, "The request cannot be read"),
            Map.entry(401, "It is not known who is calling"),
            Map.entry(403, "The caller may not do this"),
            Map.entry(404, "There is none, or none that the caller may see"),
            Map.entry(406, "There is no answer of the type that `Accept` asks for"),
            Map.entry(409, "The rules or the state do not allow it now, or somebody else was first"),
            Map.entry(412, "It has changed since the version that `If-Match` names"),
            Map.entry(413, "The body is larger than it may be: 1 MiB, or 15 MiB with a file"),
            Map.entry(415, "The body is not of a type that is read here"),
            Map.entry(422, "Some fields are not valid; each is in `errors`"),
            Map.entry(428, "`If-Match` is missing"),
            Map.entry(429, "The caller asks too much"),
            Map.entry(503, "The database does not answer in time; nothing has been changed"));

    private final Map<String, MethodInfo> methods = new TreeMap<>();
    private final Set<DotName> versioned = new HashSet<>();
    private final Set<DotName> identified = new HashSet<>();
    private final Set<DotName> located = new HashSet<>();

    /** Not for running, only for the specification to have an application. */
    public Contract() {
    }

    /** For the build: finds the annotations behind each operation. */
    public Contract(IndexView code) {
        for (AnnotationInstance operation : code.getAnnotations(OPERATION)) {
            if (operation.value("operationId") != null) {
                methods.put(operation.value("operationId").asString(), operation.target().asMethod());
            }
        }
        code.getAllKnownImplementations(Versioned.class).forEach(thing -> versioned.add(thing.name()));
        code.getAllKnownImplementations(Located.class).forEach(thing -> located.add(thing.name()));
        code.getAllKnownImplementations(Identified.class).forEach(thing -> identified.add(thing.name()));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = new TreeMap<>(api.getComponents().getSchemas());
        schemas.values().forEach(Contract::require);
        api.getPaths().getPathItems().values().stream().filter(item -> item.getPATCH() != null)
                .forEach(item -> patch(item.getPATCH(), schemas));
        var used = used(api, schemas);
        schemas.keySet().removeIf(name -> name.startsWith("Edit") && !used.contains(SCHEMAS + name));
        schemas.get("Problem").getProperties().get("code").addExtension("x-extensible-enum", List.copyOf(ProblemCatalogue.statuses().keySet()));
        api.getComponents().setSchemas(schemas);
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
    }

    /** What bodies and other schemas refer to: a whole that is only ever patched is not one of them. */
    private static Set<String> used(OpenAPI api, Map<String, Schema> schemas) {
        var bodies = api.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream()).map(org.eclipse.microprofile.openapi.models.media.MediaType::getSchema);
        return Stream.concat(bodies, schemas.values().stream()).flatMap(Contract::references).collect(Collectors.toSet());
    }

    private static Stream<String> references(Schema schema) {
        if (schema == null) {
            return Stream.empty();
        }
        var parts = Stream.of(schema.getProperties() == null ? List.<Schema>of() : schema.getProperties().values(), orNone(schema.getAnyOf()),
                orNone(schema.getAllOf()), orNone(schema.getOneOf())).flatMap(Collection::stream);
        return Stream.concat(Stream.ofNullable(schema.getRef()), Stream.concat(parts, Stream.ofNullable(schema.getItems())).flatMap(Contract::references));
    }

    private static List<Schema> orNone(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
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
        MethodInfo code = methods.get(operation.getOperationId());
        boolean open = annotation(code, PERMIT_ALL) != null && code.annotation(ROLES_ALLOWED) == null;
        operation.setSecurity(open ? List.of() : null);
        var codes = new TreeSet<>(refused(code));
        if (!path.startsWith("/oauth")) {
            operation.getResponses().removeAPIResponse("401");
            operation.getResponses().removeAPIResponse("403");
        }
        codes.addAll(unreadable(operation, method));
        if (!open) {
            codes.add("unauthenticated");
            codes.addAll(secure(operation, code, read));
        }
        if (path.contains("{")) {
            codes.add("not-found");
        }
        boolean verb = method == HttpMethod.POST && path.contains("{") && !operation.getResponses().hasAPIResponse("201");
        if (method == HttpMethod.PATCH || verb && !open && versioned.contains(code.returnType().name())) {
            codes.addAll(versions(operation, method == HttpMethod.PATCH));
        }
        describe(path, operation);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().forEach(body -> body.setExample(EXAMPLES.get(operation.getOperationId())));
        }
        tag(operation, method, code.returnType().name());
        if (method == HttpMethod.POST && code.declaringClass().hasDeclaredAnnotation(IDEMPOTENT)) {
            codes.addAll(once(operation));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() != null && answer.getContent().hasMediaType(MediaType.APPLICATION_JSON)) {
                answer.getContent().getMediaType(MediaType.APPLICATION_JSON).setExample(ANSWERS.get(operation.getOperationId()));
            }
        });
        codes.addAll(List.of("unavailable", "too-many-requests"));
        fail(operation, codes);
        operation.getResponses().getAPIResponses().forEach((status, answer) -> asCsv(answer));
    }

    /** A body that can be sent, for each operation that wants one; or what is answered to it. */
    private static Map<String, Object> examples(String name) {
        try (var file = Contract.class.getResourceAsStream(name)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parameters that say nothing of themselves: a part of the address, and what narrows a list. */
    private static void describe(String path, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (parameter.getDescription() == null) {
                String before = path.replaceFirst("/\\{" + parameter.getName() + "}.*", "").replaceFirst(".*/", "").replace('-', ' ');
                parameter.description(parameter.getIn() == Parameter.In.PATH ? "Which one of the " + before : "Only those of this " + words(parameter.getName()));
            }
        }
    }

    private static String words(String name) {
        return name.replaceFirst("Id$", "").replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** A single thing comes with its version, a new one with its address, and one that is read again may be left out. */
    private void tag(Operation operation, HttpMethod method, DotName answer) {
        boolean file = operation.getResponses().hasAPIResponse("304");
        if (located.contains(answer) && operation.getResponses().hasAPIResponse("201")) {
            operation.getResponses().getAPIResponse("201").addHeader("Location", header("Where it is found", "/api/v1/attachments/01a8f0-6c1e-7b7a-9d53-1f6b2f0c9a11"));
        }
        if (!versioned.contains(answer) && !file) {
            return;
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader("ETag", header("The version, to be sent as `If-Match` or `If-None-Match`", "\"3.1f2e3d4c\""));
            }
            if (status.equals("201") && identified.contains(answer)) {
                response.addHeader("Location", header("Where the new thing is", "/api/v1/opportunities/019aa8f0-6c1e-7b7a-9d53-1f6b2f0c9a11"));
            }
        });
        if (method == HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter().name("If-None-Match").in(Parameter.In.HEADER)
                    .description("The `ETag` of what the caller has already").example("\"3.1f2e3d4c\"")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
            operation.getResponses().addAPIResponse("304", OASFactory.createAPIResponse().description("It is as the caller has it already"));
        }
    }

    private static List<String> once(Operation operation) {
        operation.addParameter(OASFactory.createParameter().name(Idempotency.HEADER).in(Parameter.In.HEADER)
                .description("Chosen by the caller, new for each request: sent again with the same body within 24 hours, nothing happens again and the first answer is given again")
                .example("8e03978e-40d5-43e8-bc93-6894a57f9324")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255)));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.addHeader("Idempotent-Replayed", header("`true` where this is the answer to an earlier request under the same key", "true").required(false));
            }
        });
        return List.of("idempotency.key", "idempotency.running", "idempotency.reused");
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader().description(description).example(example).required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static List<String> refused(MethodInfo code) {
        AnnotationInstance own = code.annotation(REFUSES);
        return own == null ? List.of() : List.of(own.value().asStringArray());
    }

    /** What can be wrong with any request, before its sense is looked at. */
    private static Set<String> unreadable(Operation operation, HttpMethod method) {
        var codes = new TreeSet<>(Set.of("two-identities"));
        if (method != HttpMethod.GET) {
            codes.add("cross-origin");
        }
        if (operation.getRequestBody() != null) {
            boolean form = operation.getRequestBody().getContent().hasMediaType(MediaType.APPLICATION_FORM_URLENCODED);
            codes.addAll(form ? List.of("too-large", "media-type") : List.of("too-large", "media-type", "malformed", "invalid"));
        }
        if (operation.getResponses().getAPIResponses().values().stream().anyMatch(answer -> answer.getContent() != null)) {
            codes.add("not-acceptable");
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (parameter.getIn() == Parameter.In.QUERY) {
                codes.addAll(switch (parameter.getName()) {
                    case "cursor", "sort" -> List.of(parameter.getName());
                    default -> List.of("malformed", "invalid");
                });
            }
        }
        return codes;
    }

    private static List<String> versions(Operation operation, boolean required) {
        operation.addParameter(ifMatch(required));
        return required ? List.of("if-match.stale", "if-match.required") : List.of("if-match.stale");
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
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("client", needed));
            codes.add("client.scope");
        }
        return codes;
    }

    /** One answer a status, with the codes that it can carry. */
    private static void fail(Operation operation, Set<String> codes) {
        var byStatus = codes.stream().collect(Collectors.groupingBy(ProblemCatalogue::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, ones) -> {
            APIResponse ours = problem(status, ones);
            APIResponse own = operation.getResponses().getAPIResponse("" + status);
            if (own == null || own.getContent() == null) {
                operation.getResponses().addAPIResponse("" + status, ours);
            } else {
                own.getContent().getMediaTypes().forEach(ours.getContent()::addMediaType);
                operation.getResponses().addAPIResponse("" + status, ours.description(own.getDescription() + "; or " + ours.getDescription()));
            }
        });
        operation.addExtension("x-problems", List.copyOf(codes));
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

    private static APIResponse problem(int status, List<String> codes) {
        var schema = OASFactory.createSchema().ref("Problem");
        String description = FAILURES.get(status) + ": " + codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
        var answer = OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(Problems.TYPE, OASFactory.createMediaType().schema(schema)));
        return status == 503 || status == 429 ? answer.addHeader("Retry-After", OASFactory.createHeader().required(true).description("Seconds to wait before trying again")
                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER))) : answer;
    }
}
