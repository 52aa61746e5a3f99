package ee.sild.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

import ee.sild.platform.problem.ApiException;
import ee.sild.platform.problem.RuleViolation;

/** The period in which a partner has exclusivity, its extensions, and the partner's request for one. */
@Embeddable
public class ExclusivityPeriod {

    private Instant exclusiveFrom;
    private Instant exclusiveUntil;
    private Instant remindAt;
    private Instant remindedAt;
    private int extensions;

    @Embedded
    private ExtensionRequest extensionRequest;

    void start(Instant now, Instant until, Instant remind) {
        exclusiveFrom = now;
        endAt(until, remind);
    }

    private void endAt(Instant until, Instant remind) {
        exclusiveUntil = until;
        remindAt = remind;
        remindedAt = null;
    }

    /** Ends it early. */
    void end(Instant now) {
        if (exclusiveUntil.isAfter(now)) {
            exclusiveUntil = now;
        }
        dropExtensionRequest();
    }

    /** Why an extension cannot be requested now; empty if it can. */
    Optional<Supplier<ApiException>> objectionToRequest(int maxExtensions) {
        if (extensionRequest != null) {
            return Optional.of(() -> new RuleViolation("deal-registration.extension-pending"));
        }
        if (extensions >= maxExtensions) {
            return Optional.of(() -> new RuleViolation("deal-registration.extension-limit", maxExtensions));
        }
        return Optional.empty();
    }

    /** Why no requested extension can be decided on now; empty if one can. */
    Optional<Supplier<ApiException>> objectionToDecision() {
        return extensionRequest == null
                ? Optional.of(() -> new RuleViolation("deal-registration.no-extension-request"))
                : Optional.empty();
    }

    void request(ExtensionRequest request) {
        requireLater(request.until());
        extensionRequest = request;
    }

    void extend(Instant until, Instant remind) {
        requireLater(until);
        endAt(until, remind);
        extensions++;
        dropExtensionRequest();
    }

    void dropExtensionRequest() {
        extensionRequest = null;
    }

    private void requireLater(Instant until) {
        if (!until.isAfter(exclusiveUntil)) {
            throw new RuleViolation("deal-registration.extension-backwards", exclusiveUntil);
        }
    }

    void reminded(Instant now) {
        remindedAt = now;
    }

    /** Null until it is granted. */
    Instant from() {
        return exclusiveFrom;
    }

    public Instant until() {
        return exclusiveUntil;
    }

    int extensions() {
        return extensions;
    }

    /** Null if none is pending. */
    ExtensionRequest extensionRequest() {
        return extensionRequest;
    }

    public Instant requestedEnd() {
        return extensionRequest == null ? null : extensionRequest.until();
    }
}
