package ee.sild.opportunity.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A partner's request for more time than it may take by itself. It waits for the vendor. */
@Embeddable
public record ExtensionRequest(
        @Column(name = "extension_due_on") LocalDate dueOn,
        @Column(name = "extension_reason") String reason,
        @Column(name = "extension_requested_by") UUID requestedBy,
        @Column(name = "extension_requested_at") Instant requestedAt) {}
