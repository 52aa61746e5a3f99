package ee.sild.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.CreatedElsewhere;
import ee.sild.platform.http.Versioned;
import ee.sild.registration.approval.ApprovalStepView;

/** A partner's request to be the only one that sells some product lines to a customer for a period. */
public record DealRegistrationView(
        UUID id,
        @Schema(examples = "REG-2026-000017") String number,
        Ref opportunity,
        Ref customer,
        Ref partner,
        List<Ref> productLines,
        RegistrationStatus status,

        @Schema(description = "What the partner has submitted last")
        RegistrationSubmissionView submission,

        @Schema(description = "Who decides, and by when") RegistrationApprovalView approval,

        @Schema(description = "What was decided last; its fields are empty until then")
        RegistrationDecisionView decision,

        @Schema(nullable = true, description = "The period of exclusivity; null until it is granted")
        ExclusivityView exclusivity,

        @Schema(description = "What the caller can do to it now")
        List<RegistrationAction> actions,

        long version)
        implements Identified, Versioned, CreatedElsewhere {

    /** What a partner has submitted. */
    public record RegistrationSubmissionView(
            @Schema(nullable = true, description = "The partner's words")
            String comment,

            Ref submittedBy,
            Instant submittedAt,

            @Schema(description = "Whether the partner has asked again after a refusal; it may do so once")
            boolean appealed) {}

    /** The approval of a registration. */
    public record RegistrationApprovalView(
            @Schema(description = "By when the vendor decides")
            Instant decideBy,

            @Schema(description = "Whether it is approved by itself as long as nothing is in the way")
            boolean automatic,

            @Schema(description = "Who decides, in this order, and who has agreed")
            List<ApprovalStepView> steps,

            @Schema(nullable = true, description = "The rule that says who decides; for the vendor only")
            String rule) {}

    /** The latest decision on a registration. */
    public record RegistrationDecisionView(
            @Schema(nullable = true) Ref decidedBy,
            @Schema(nullable = true) Instant decidedAt,

            @Schema(nullable = true, description = "Why it was refused")
            String reasonCode,

            @Schema(nullable = true, description = "What the vendor wrote")
            String reason,

            @Schema(description = "What the vendor wants to know more about")
            List<RequestedField> requestedFields) {}

    /** The period in which no other partner can win the same customer and product lines. */
    public record ExclusivityView(
            Instant from,

            @Schema(description = "Until then no other partner can win the same")
            Instant until,

            @Schema(description = "How many times it was made longer")
            int extensions,

            @Schema(nullable = true, description = "More time that the partner asks for")
            ExclusivityExtensionView extensionRequest) {}

    /** A partner's request for a later end of its exclusivity. It waits for the vendor. */
    public record ExclusivityExtensionView(
            @Schema(description = "The later time that the partner asks for")
            Instant until,

            @Schema(nullable = true) String reason) {}

    @Override
    public String address() {
        return "/api/v1/deal-registrations/" + id;
    }
}
