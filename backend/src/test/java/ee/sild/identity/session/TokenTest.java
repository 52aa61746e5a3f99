package ee.sild.identity.session;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.Api;
import ee.sild.identity.signing.TokenForger;

import static ee.sild.Api.CONTRACT;
import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Tests access tokens from outside, with standard libraries and with forged tokens. */
@QuarkusTest
class TokenTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @TestHTTPResource
    URI server;

    @Test
    void a_standard_oauth_client_and_a_standard_jwt_library_work_unchanged() throws Exception {
        var client = as(admin())
                .body("{\"name\": \"ERP\", \"role\": \"SALES\", \"scopes\": [\"me:read\", \"opportunities:read\"]}")
                .post("/api/v1/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var request = new TokenRequest.Builder(
                        server.resolve("/oauth/token"),
                        new ClientSecretBasic(
                                new ClientID(client.getString("clientId")),
                                new Secret(client.getString("clientSecret"))),
                        new ClientCredentialsGrant())
                .scope(new Scope("me:read"))
                .build();
        var answer = TokenResponse.parse(request.toHTTPRequest().send());
        assertThat(answer.indicatesSuccess()).isTrue();
        var token = answer.toSuccessResponse().getTokens().getBearerAccessToken();
        assertThat(token.getScope()).isEqualTo(new Scope("me:read"));

        var reader = new DefaultJWTProcessor<SecurityContext>();
        reader.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256,
                JWKSourceBuilder.create(server.resolve("/.well-known/jwks.json").toURL())
                        .build()));
        reader.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                "sild", new JWTClaimsSet.Builder().issuer("sild").build(), Set.of("sub", "exp", "scope")));
        assertThat(reader.process(token.getValue(), null).getSubject()).isEqualTo(client.getString("id"));

        given().header("Authorization", token.toAuthorizationHeader())
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("id", is(client.getString("id")));
    }

    @Test
    void only_public_keys_are_published() {
        JsonPath keys = given().filter(CONTRACT)
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .extract()
                .jsonPath();
        assertThat(keys.getList("keys.d")).containsOnlyNulls();
        assertThat(keys.<String>getList("keys.crv")).isNotEmpty().containsOnly("P-256");
    }

    @Test
    void a_key_rotation_causes_no_failed_request() {
        String before = TokenForger.kid();
        String next = as(admin())
                .post("/api/v1/signing-keys")
                .then()
                .statusCode(201)
                .body("signing", is(false))
                .extract()
                .path("id");
        assertThat(given().get("/.well-known/jwks.json").jsonPath().<String>getList("keys.kid"))
                .contains(before, next);
        as(admin()).get("/api/v1/me").then().statusCode(200);
        assertThat(TokenForger.kid()).isEqualTo(before);
    }

    @Test
    void a_revoked_key_takes_effect_at_the_next_request() throws Exception {
        String kid = as(admin())
                .post("/api/v1/signing-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var claims = SignedJWT.parse(admin().access()).getJWTClaimsSet();
        String token = sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build(),
                claims,
                new ECDSASigner(TokenForger.key(kid), Curve.P_256));
        given().filter(CONTRACT)
                .cookie("sild_access", token)
                .get("/api/v1/me")
                .then()
                .statusCode(200);
        as(admin())
                .post("/api/v1/signing-keys/{id}/revoke", kid)
                .then()
                .statusCode(200)
                .body("signing", is(false));
        given().filter(CONTRACT)
                .cookie("sild_access", token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("code", is("unauthenticated"));
        assertThat(given().get("/.well-known/jwks.json").jsonPath().<String>getList("keys.kid"))
                .isNotEmpty()
                .doesNotContain(kid);
        as(admin())
                .get("/api/v1/signing-keys")
                .then()
                .statusCode(200)
                .body("items.findAll { !it.revokedAt }[0].verifiesUntil", nullValue());
    }

    @TestFactory
    List<DynamicTest> no_forged_token_lets_anybody_in() throws Exception {
        var forged = forged();
        assertThat(forged).hasSizeGreaterThanOrEqualTo(40);
        var tests = new ArrayList<DynamicTest>();
        forged.forEach((name, token) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            given().filter(CONTRACT)
                    .header("Authorization", "Bearer " + token)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(401)
                    .body("code", is("unauthenticated"));
            if (token.matches("[!-~&&[^\",;\\\\]]*")) {
                given().filter(CONTRACT)
                        .cookie("sild_access", token)
                        .get("/api/v1/opportunities")
                        .then()
                        .statusCode(401)
                        .body("code", is("unauthenticated"));
                given().filter(CONTRACT)
                        .header("Sec-Fetch-Site", "same-origin")
                        .cookie("sild_access", token)
                        .contentType("application/json")
                        .body("{\"name\": \"x\", \"country\": \"EE\"}")
                        .post("/api/v1/partners")
                        .then()
                        .statusCode(401)
                        .body("code", is("unauthenticated"));
            }
        })));
        return tests;
    }

    /** Each is a valid token of the administrator with one difference. */
    private static Map<String, String> forged() throws Exception {
        SignedJWT good = SignedJWT.parse(admin().access());
        JWTClaimsSet claims = good.getJWTClaimsSet();
        String[] parts = admin().access().split("\\.");
        String kid = TokenForger.kid();
        PrivateKey key = TokenForger.key();
        var real = new ECDSASigner(key, Curve.P_256);
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build();
        ECKey own = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        ECKey p384 = new ECKeyGenerator(Curve.P_384).keyID(kid).generate();
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        byte[] shown = given().get("/.well-known/jwks.json").asByteArray();
        Date soon = Date.from(Instant.now().plusSeconds(250));
        var forged = new LinkedHashMap<String, String>();

        forged.put("empty", "");
        forged.put("no dots", "abc");
        forged.put("two dots and nothing", "..");
        forged.put("four parts", admin().access() + ".x");
        forged.put("signature missing", parts[0] + "." + parts[1] + ".");
        forged.put(
                "signature cut", admin().access().substring(0, admin().access().length() - 4));
        forged.put("signature of zeros", parts[0] + "." + parts[1] + "." + BASE64.encodeToString(new byte[64]));
        forged.put(
                "signature of another token",
                parts[0] + "." + parts[1] + "."
                        + sign(
                                        header,
                                        new JWTClaimsSet.Builder(claims)
                                                .jwtID("x")
                                                .build(),
                                        real)
                                .split("\\.")[2]);
        forged.put(
                "content of another token",
                parts[0] + "."
                        + BASE64.encodeToString(new JWTClaimsSet.Builder(claims)
                                .claim("groups", List.of("ADMIN"))
                                .jwtID("y")
                                .build()
                                .toString()
                                .getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2]);
        forged.put(
                "header of another token",
                BASE64.encodeToString(new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(kid)
                                .type(com.nimbusds.jose.JOSEObjectType.JOSE)
                                .build()
                                .toString()
                                .getBytes(StandardCharsets.UTF_8))
                        + "." + parts[1] + "." + parts[2]);
        forged.put(
                "header is no JSON",
                BASE64.encodeToString("kid".getBytes(StandardCharsets.UTF_8)) + "." + parts[1] + "." + parts[2]);
        forged.put(
                "content is no JSON",
                parts[0] + "." + BASE64.encodeToString("sub".getBytes(StandardCharsets.UTF_8)) + "." + parts[2]);
        forged.put("content is a list", raw(header, "[]", real));
        forged.put("content is empty", raw(header, "", real));
        forged.put("not base64url", "*" + admin().access());
        forged.put("algorithm none", none(parts[1], "none", kid));
        forged.put("algorithm None", none(parts[1], "None", kid));
        forged.put("algorithm NONE", none(parts[1], "NONE", kid));
        forged.put(
                "no algorithm",
                BASE64.encodeToString(("{\"kid\":\"" + kid + "\"}").getBytes(StandardCharsets.UTF_8)) + "." + parts[1]
                        + "." + parts[2]);
        forged.put("own key under the real name", sign(header, claims, new ECDSASigner(own)));
        forged.put(
                "own key in the header",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(kid)
                                .jwk(own.toPublicJWK())
                                .build(),
                        claims,
                        new ECDSASigner(own)));
        forged.put(
                "own key at an address",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(kid)
                                .jwkURL(URI.create("https://keys.example/jwks.json"))
                                .build(),
                        claims,
                        new ECDSASigner(own)));
        forged.put(
                "own certificate at an address",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(kid)
                                .x509CertURL(URI.create("https://keys.example/c.pem"))
                                .build(),
                        claims,
                        new ECDSASigner(own)));
        forged.put(
                "published key as an HMAC secret",
                sign(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(), claims, new MACSigner(shown)));
        forged.put(
                "HS512",
                sign(new JWSHeader.Builder(JWSAlgorithm.HS512).keyID(kid).build(), claims, new MACSigner(shown)));
        forged.put(
                "RS256",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
                        claims,
                        new RSASSASigner(rsa.getPrivate())));
        forged.put(
                "PS256",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(kid).build(),
                        claims,
                        new RSASSASigner(rsa.getPrivate())));
        forged.put(
                "ES384",
                sign(new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(kid).build(), claims, new ECDSASigner(p384)));
        forged.put("no key named", sign(new JWSHeader(JWSAlgorithm.ES256), claims, real));
        forged.put(
                "unknown key named",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(UUID.randomUUID().toString())
                                .build(),
                        claims,
                        real));
        forged.put(
                "key named by a path",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID("../../etc/passwd")
                                .build(),
                        claims,
                        real));
        forged.put(
                "key named by SQL",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID("' or 1=1 --")
                                .build(),
                        claims,
                        real));
        forged.put(
                "critical extension",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(kid)
                                .criticalParams(Set.of("x"))
                                .customParam("x", 1)
                                .build(),
                        claims,
                        real));
        change(
                forged,
                "run out",
                claims,
                real,
                header,
                c -> c.expirationTime(Date.from(Instant.now().minusSeconds(60))));
        change(forged, "never runs out", claims, real, header, c -> c.expirationTime(null));
        change(
                forged,
                "not yet good",
                claims,
                real,
                header,
                c -> c.notBeforeTime(Date.from(Instant.now().plus(Duration.ofHours(1)))));
        change(forged, "no issuer", claims, real, header, c -> c.issuer(null));
        change(forged, "another issuer", claims, real, header, c -> c.issuer("sild2"));
        change(forged, "no audience", claims, real, header, c -> c.audience((String) null));
        change(forged, "another audience", claims, real, header, c -> c.audience("other"));
        change(forged, "no subject", claims, real, header, c -> c.subject(null));
        change(forged, "subject that is no identity", claims, real, header, c -> c.subject("admin"));
        change(
                forged,
                "another person's session",
                claims,
                real,
                header,
                c -> c.subject(Api.sales().id()));
        change(forged, "session that is no identity", claims, real, header, c -> c.claim("sid", "1"));
        change(forged, "session that is a number", claims, real, header, c -> c.claim("sid", 1));
        change(
                forged,
                "unknown session",
                claims,
                real,
                header,
                c -> c.claim("sid", UUID.randomUUID().toString()));
        change(
                forged,
                "neither session nor client",
                claims,
                real,
                header,
                c -> c.claim("sid", null).expirationTime(soon));
        change(
                forged,
                "a client of somebody else's",
                claims,
                real,
                header,
                c -> c.claim("sid", null).claim("client_id", "sild_unknown"));
        change(
                forged,
                "a client that is a list",
                claims,
                real,
                header,
                c -> c.claim("sid", null).claim("client_id", List.of("x")));
        return forged;
    }

    private static void change(
            Map<String, String> forged,
            String name,
            JWTClaimsSet good,
            JWSSigner signer,
            JWSHeader header,
            UnaryOperator<JWTClaimsSet.Builder> change)
            throws Exception {
        forged.put(
                name, sign(header, change.apply(new JWTClaimsSet.Builder(good)).build(), signer));
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String raw(JWSHeader header, String content, JWSSigner signer) throws Exception {
        var token = new com.nimbusds.jose.JWSObject(header, new com.nimbusds.jose.Payload(content));
        token.sign(signer);
        return token.serialize();
    }

    private static String none(String content, String name, String kid) {
        return BASE64.encodeToString(
                        "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(name, kid).getBytes(StandardCharsets.UTF_8))
                + "." + content + ".";
    }
}
