package ee.sild.identity.oauth;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.Users;
import ee.sild.identity.session.AccessTokens;
import ee.sild.platform.http.limit.AttemptLimits;

/** Issues access tokens to clients that prove their secret (RFC 6749 §4.4). */
@ApplicationScoped
class ClientCredentialsGrant {

    private final ApiClients clients;
    private final Users users;
    private final AccessTokens tokens;
    private final AttemptLimits limits;

    ClientCredentialsGrant(ApiClients clients, Users users, AccessTokens tokens, AttemptLimits limits) {
        this.clients = clients;
        this.users = users;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** @param address the network address of the client, whose failed attempts are limited */
    TokenView token(String grantType, ClientCredentials credentials, String scope, String address) throws TokenRefusal {
        if (!"client_credentials".equals(grantType)) {
            throw new TokenRefusal(400, "unsupported_grant_type", "Only client_credentials is supported");
        }
        if (!credentials.areComplete()) {
            throw new TokenRefusal(401, "invalid_client", "The client's name or its secret is missing");
        }
        var client = proven(credentials, address);
        var scopes = scopes(client, scope);
        var token = tokens.forClient(users.findById(client.userId()), client.clientId(), scopes);
        return new TokenView(token, "Bearer", tokens.lifetime().toSeconds(), String.join(" ", scopes));
    }

    private ApiClient proven(ClientCredentials credentials, String address) throws TokenRefusal {
        var origin = AttemptLimits.Origin.address(address);
        limits.tryAt(credentials.clientId(), origin);
        var client =
                clients.proven(credentials.clientId(), credentials.secret()).orElse(null);
        if (client == null) {
            throw new TokenRefusal(401, "invalid_client", "The client is not known or its secret is wrong");
        }
        limits.succeeded(credentials.clientId(), origin);
        return client;
    }

    private static Set<String> scopes(ApiClient client, String scope) throws TokenRefusal {
        if (scope == null || scope.isBlank()) {
            return client.scopes();
        }
        var asked = new TreeSet<>(Arrays.asList(scope.strip().split(" +")));
        if (!client.scopes().containsAll(asked)) {
            throw new TokenRefusal(400, "invalid_scope", "The client does not have every scope it asks for");
        }
        return asked;
    }
}
