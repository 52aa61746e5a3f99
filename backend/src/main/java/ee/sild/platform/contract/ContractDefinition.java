package ee.sild.platform.contract;

import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
                        description = ContractDescription.TEXT),
        servers = @Server(url = "/", description = "This installation"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@SecurityScheme(
        securitySchemeName = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = Cookies.ACCESS,
        description = "Users in a browser, after signing in")
@SecurityScheme(
        securitySchemeName = "client",
        type = SecuritySchemeType.OAUTH2,
        description = "API clients",
        flows =
                @OAuthFlows(
                        clientCredentials =
                                @OAuthFlow(
                                        tokenUrl = "/oauth/token",
                                        scopes = {
                                            @OAuthScope(
                                                    name = "me:read",
                                                    description = "Read the client's own details"),
                                            @OAuthScope(
                                                    name = "opportunities:read",
                                                    description = "Read opportunities"),
                                            @OAuthScope(
                                                    name = "opportunities:write",
                                                    description = "Create, update, work on and close opportunities"),
                                            @OAuthScope(name = "distributions:read", description = "Read offers"),
                                            @OAuthScope(
                                                    name = "distributions:write",
                                                    description = "Create, answer and recall offers"),
                                            @OAuthScope(
                                                    name = "deal-registrations:read",
                                                    description = "Read deal registrations"),
                                            @OAuthScope(
                                                    name = "deal-registrations:write",
                                                    description = "Create and decide on deal registrations"),
                                            @OAuthScope(name = "notes:read", description = "Read timelines"),
                                            @OAuthScope(name = "notes:write", description = "Write notes"),
                                            @OAuthScope(name = "partners:read", description = "Read partners"),
                                            @OAuthScope(
                                                    name = "partners:write",
                                                    description = "Create and update partners"),
                                            @OAuthScope(
                                                    name = "customers:read",
                                                    description = "Read customers and contacts"),
                                            @OAuthScope(
                                                    name = "customers:write",
                                                    description = "Create and update customers and contacts"),
                                            @OAuthScope(
                                                    name = "reference:read",
                                                    description = "Read tiers and reference data"),
                                            @OAuthScope(
                                                    name = "reference:write",
                                                    description = "Create and update tiers and reference data"),
                                            @OAuthScope(name = "dashboard:read", description = "Read the dashboard")
                                        })))
public class ContractDefinition extends Application {}
