package ee.sild.authorization;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import ee.sild.Api;
import ee.sild.ContractTest;
import ee.sild.authorization.AccessPolicy.Rule;

/**
 * An operation of the contract, with the policy's rule and a good body for it.
 *
 * @param variant the policy's own body, for an operation whose body has variants; null for the contract's example
 */
record Operation(
        String id, String method, String path, JsonNode contract, Rule rule, TestUsers users, JsonNode variant) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** All operations that have a rule. */
    static List<Operation> all(AccessPolicy policy, TestUsers users) {
        var all = new ArrayList<Operation>();
        ContractTest.operations((name, operation) -> {
            String id = operation.path("operationId").asText();
            all.add(new Operation(
                    id,
                    name.substring(0, name.indexOf(' ')).toUpperCase(Locale.ROOT),
                    name.substring(name.indexOf(' ') + 1),
                    operation,
                    policy.rule(id),
                    users,
                    null));
        });
        all.removeIf(operation -> operation.rule() == null);
        return all;
    }

    /** The same, and each variant of a body that has some. */
    static List<Operation> withVariants(AccessPolicy policy, TestUsers users) {
        var all = new ArrayList<Operation>();
        for (Operation one : all(policy, users)) {
            all.add(one);
            policy.variants(one.id)
                    .forEach(body ->
                            all.add(new Operation(one.id, one.method, one.path, one.contract, one.rule, users, body)));
        }
        return all;
    }

    /** Its identity, and which of its bodies it has. */
    String name() {
        return variant == null ? id : id + " " + variant;
    }

    /** The schema of the body; where it has variants, that of the one that is sent. */
    JsonNode schema() {
        JsonNode schema = resolved(
                contract.path("requestBody").path("content").path(mediaType()).path("schema"));
        JsonNode choice = schema.path("discriminator");
        return choice.isMissingNode()
                ? schema
                : at(choice.path("mapping")
                        .path(example()
                                .path(choice.path("propertyName").asText())
                                .asText())
                        .asText());
    }

    /** The schema that a reference, if it is one, refers to. */
    static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? at(schema.path("$ref").asText()) : schema;
    }

    private static JsonNode at(String reference) {
        return Api.CONTRACT.contract().at(reference.substring(1));
    }

    /** Whether it changes what there is only one of, such as a policy or the caller. */
    boolean isGlobal() {
        return !method.equals("GET") && !path.contains("{");
    }

    boolean hasParameter(String name) {
        return contract.path("parameters")
                .valueStream()
                .anyMatch(one -> one.path("name").asText().equals(name));
    }

    /** Path ids that do not exist. */
    Map<String, String> missing() {
        var identities = new HashMap<String, String>();
        var names = PARAMETER.matcher(path);
        while (names.find()) {
            identities.put(names.group(1), UUID.randomUUID().toString());
        }
        return identities;
    }

    /** Matches any version. */
    Response send(RequestSpecification request, Map<String, String> identities) {
        if (method.equals("PATCH")) {
            request.header("If-Match", "*");
        }
        return sendAsIs(request, identities);
    }

    Response sendAsIs(RequestSpecification request, Map<String, String> identities) {
        return send(request, identities, body());
    }

    /** With another value in one field. */
    Response sendBody(RequestSpecification request, Map<String, String> identities, String pointer, String value) {
        var body = example();
        ((ObjectNode) body.at(JsonPointer.compile(pointer).head()))
                .put(JsonPointer.compile(pointer).last().getMatchingProperty(), value);
        return send(request, identities, filled(body));
    }

    /** The contract's example as a valid body, with unique names. */
    String body() {
        return contract.has("requestBody") ? filled(example()) : "{}";
    }

    /** The contract's example, with new or existing values where the policy requires them. */
    ObjectNode example() {
        if (variant != null) {
            return variant.deepCopy();
        }
        ObjectNode example = contract.path("requestBody")
                .path("content")
                .path(mediaType())
                .at("/examples/example/value")
                .deepCopy();
        rule.with()
                .properties()
                .forEach(field -> example.set(field.getKey(), field.getValue().deepCopy()));
        return example;
    }

    String mediaType() {
        return contract.path("requestBody").path("content").fieldNames().next();
    }

    Response send(RequestSpecification request, Map<String, String> identities, String body) {
        if (contract.has("requestBody")) {
            request.contentType(mediaType() + "; charset=UTF-8")
                    .body(body.replace(
                                    "$thing",
                                    identities.getOrDefault(
                                            "id", UUID.randomUUID().toString()))
                            .replace(
                                    "$duplicate",
                                    identities.getOrDefault(
                                            "duplicate", UUID.randomUUID().toString())));
        }
        if (hasParameter("limit")) {
            request.queryParam("limit", 200);
        }
        if (hasParameter("q")) {
            request.queryParam("q", Fixtures.SECRET);
        }
        return request.pathParams(inPath(identities)).request(method, path);
    }

    /** If the resource is only named in the body, its id is not in the path. */
    private Map<String, String> inPath(Map<String, String> identities) {
        var named = new HashMap<>(identities);
        named.keySet().removeIf(name -> !path.contains("{" + name + "}"));
        return named;
    }

    String filled(JsonNode body) {
        return body.toString()
                .replace("$opportunity", users.opportunity)
                .replace("$line", users.line)
                .replace("$email", UUID.randomUUID() + "@people.test")
                .replace("$password", Api.PASSWORD)
                .replace("$totp", AuthenticatorApp.code())
                .replace("$code", UUID.randomUUID().toString().substring(0, 13))
                .replace("$name", "Nimi " + UUID.randomUUID())
                .replace("$A_OTHER_SELLER", users.otherSeller.id())
                .replace("$A", users.a.id())
                .replace("$B", users.b.id())
                .replace("$later", LocalDate.now(ZoneOffset.UTC).plusDays(300).toString())
                .replace("$soon", LocalDate.now(ZoneOffset.UTC).plusDays(100).toString());
    }
}
