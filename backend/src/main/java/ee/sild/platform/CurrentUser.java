package ee.sild.platform;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

/** The caller of this request. */
@RequestScoped
public class CurrentUser {

    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller, or null where the system itself acts. */
    public Caller callerOrNull() {
        return identity.getAttribute(Caller.ATTRIBUTE);
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

    /** For finders: the company whose things alone exist for the caller; null where all exist. */
    public UUID onlyCompany() {
        return partnerId();
    }

    /** For finders: the person whose assignments alone exist for the caller; null where all of the company's exist. */
    public UUID onlyAssignee() {
        return isSeller() ? id() : null;
    }

    /** For finders: whether a thing of this company exists for the caller. */
    public final boolean sees(UUID company) {
        return onlyCompany() == null || onlyCompany().equals(company);
    }
}
