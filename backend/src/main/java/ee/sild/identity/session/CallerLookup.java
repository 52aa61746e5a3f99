package ee.sild.identity.session;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

import ee.sild.platform.security.Caller;

/**
 * Looks up the caller in the database at every request, because a valid signature is not enough. Sign-out,
 * deactivation, a changed role and a suspended partner therefore take effect immediately.
 */
@ApplicationScoped
class CallerLookup implements SecurityIdentityAugmentor {

    private final Callers callers;

    CallerLookup(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        throw new UnsupportedOperationException("The caller belongs to a request");
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> {
            Caller caller = known(token);
            HttpSecurityUtils.getRoutingContextAttribute(attributes).put(Caller.ATTRIBUTE, caller);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addRole(caller.role().name())
                    .build();
        });
    }

    private Caller known(JsonWebToken token) {
        try {
            return named(token);
        } catch (IllegalArgumentException | ClassCastException noIdentities) {
            throw new AuthenticationFailedException(noIdentities);
        }
    }

    private Caller named(JsonWebToken token) {
        String session = token.getClaim("sid");
        String client = token.getClaim("client_id");
        var key = UUID.fromString(token.getClaim(TokenReader.KEY));
        var subject = UUID.fromString(token.getSubject());
        return session != null
                ? callers.user(key, UUID.fromString(session), subject)
                : callers.client(key, client, subject);
    }
}
