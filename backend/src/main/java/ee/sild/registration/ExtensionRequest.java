package ee.sild.registration;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A partner's request for a later end of its exclusivity. It waits for the vendor. */
@Embeddable
record ExtensionRequest(
        @Column(name = "extension_until") Instant until,
        @Column(name = "extension_reason") String reason,
        @Column(name = "extension_requested_by") UUID requestedBy,
        @Column(name = "extension_requested_at") Instant requestedAt) {}
