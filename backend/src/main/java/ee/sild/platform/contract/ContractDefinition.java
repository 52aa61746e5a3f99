package ee.sild.platform.contract;

import jakarta.ws.rs.core.Application;

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

import ee.sild.platform.problem.Problem;
import ee.sild.platform.security.Cookies;

/** The head of the contract: its title and description, how callers authenticate, and the scopes of clients. */
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
public class ContractDefinition extends Application {}
