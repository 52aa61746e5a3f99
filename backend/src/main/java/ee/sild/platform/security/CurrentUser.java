package ee.sild.platform.security;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * The caller of this request, as established by the role check of the operation. Reading it never authenticates: an
 * anonymous operation has no caller, whatever token was sent, and neither has the handling of a failed authentication.
 */
@RequestScoped
public class CurrentUser {

    private final CurrentVertxRequest request;

    CurrentUser(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The caller; null for an anonymous operation and where the system itself acts. */
    public Caller callerOrNull() {
        Caller acting = Caller.acting();
        if (acting != null) {
            return acting;
        }
        return request.getCurrent() == null ? null : request.getCurrent().get(Caller.ATTRIBUTE);
    }

    public Caller caller() {
        Caller caller = callerOrNull();
        if (caller == null) {
            throw new UnauthorizedException();
        }
        return caller;
    }

    public UUID id() {
        return caller().id();
    }

    public Role role() {
        return caller().role();
    }

    /** The partner company the caller acts for; null for staff. */
    public UUID partnerId() {
        return caller().partnerId();
    }

    public boolean isStaff() {
        return role().isStaff();
    }

    /** Whether the caller sees only what is assigned to them. */
    public boolean isSeller() {
        return role() == Role.PARTNER_SELLER;
    }

    /** For finders: the company to whose data the caller is restricted; null for no restriction. */
    public UUID partnerScope() {
        return partnerId();
    }

    /**
     * For finders: the user to whose assignments the caller is restricted; null for no restriction within the company.
     */
    public UUID assigneeScope() {
        return isSeller() ? id() : null;
    }

    /** For finders: whether the caller can see data of this company. */
    public final boolean sees(UUID company) {
        return partnerScope() == null || partnerScope().equals(company);
    }
}
