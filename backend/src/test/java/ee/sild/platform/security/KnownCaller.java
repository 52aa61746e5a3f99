package ee.sild.platform.security;

import java.util.UUID;

import jakarta.enterprise.inject.Vetoed;

/** A caller of whom only the role and the partner matter, without a request. */
@Vetoed
public final class KnownCaller extends CurrentUser {

    private final Caller caller;

    public KnownCaller(UUID id, Role role, UUID partner) {
        super(null);
        this.caller = new Caller(id, role.name(), role, partner, null, null, false);
    }

    @Override
    public Caller callerOrNull() {
        return caller;
    }

    @Override
    public String toString() {
        return caller.name() + " " + caller.id();
    }
}
