package ee.sild.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Money;
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

        @Schema(description = "The last submission by the partner")
        RegistrationSubmissionView submission,

        @Schema(description = "What was approved; until then, what the partner asks for")
        RegistrationScopeView scope,

        @Schema(
                nullable = true,
                description = "A material change of the opportunity that waits for approval. What was approved holds "
                        + "until then. Null if there is none")
        ScopeChangeView change,

        @Schema(
                description = "The approvers and the deadline of the decision: on the registration, or on the pending "
                        + "change")
        RegistrationApprovalView approval,

        @Schema(description = "The last decision. Its fields are empty until there is one")
        RegistrationDecisionView decision,

        @Schema(nullable = true, description = "The period of exclusivity. Null until it is granted")
        ExclusivityView exclusivity,

        @Schema(description = "The actions that the caller can take now")
        List<RegistrationAction> actions,

        long version)
        implements Identified, Versioned, CreatedElsewhere {

    /** What a partner has submitted. */
    public record RegistrationSubmissionView(
            @Schema(nullable = true, description = "The comment of the partner")
            String comment,

            Ref submittedBy,
            Instant submittedAt,

            @Schema(description = "Whether the partner has submitted it again after a rejection, which is allowed once")
            boolean appealed) {}

    /** The size and place of a deal. */
    public record RegistrationScopeView(
            @Schema(nullable = true, description = "The estimated value of the opportunity")
            Money value,

            @Schema(nullable = true, description = "The territory of the opportunity")
            Ref territory) {}

    /** A change of what was approved that waits for approval. */
    public record ScopeChangeView(
            @Schema(nullable = true, description = "The new estimated value")
            Money value,

            @Schema(nullable = true, description = "The new territory")
            Ref territory,

            @Schema(description = "All product lines that the registration would cover")
            List<Ref> productLines,

            @Schema(nullable = true, description = "Null for a user of another partner")
            Ref requestedBy,

            Instant requestedAt) {}

    /** The approval of a registration. */
    public record RegistrationApprovalView(
            @Schema(description = "The time by which the vendor decides")
            Instant decideBy,

            @Schema(description = "Whether it is approved automatically if there are no conflicts")
            boolean automatic,

            @Schema(description = "The approvers in their order, and who has approved")
            List<ApprovalStepView> steps,

            @Schema(nullable = true, description = "The approval rule. Only the vendor sees it")
            String rule) {}

    /** The latest decision on a registration. */
    public record RegistrationDecisionView(
            @Schema(nullable = true) Ref decidedBy,
            @Schema(nullable = true) Instant decidedAt,

            @Schema(
                    nullable = true,
                    description =
                            "The code of the reason. On an approved registration, why its last change was rejected")
            String reasonCode,

            @Schema(nullable = true, description = "The comment of the vendor")
            String reason,

            @Schema(description = "The fields for which the vendor has requested more information")
            List<RequestedField> requestedFields) {}

    /** The period in which no other partner can win the same customer and product lines. */
    public record ExclusivityView(
            Instant from,

            @Schema(description = "Until then, no other partner can win the same customer and product lines")
            Instant until,

            @Schema(description = "The number of extensions")
            int extensions,

            @Schema(nullable = true, description = "The pending request for an extension")
            ExclusivityExtensionView extensionRequest) {}

    /** A partner's request for a later end of its exclusivity. It waits for the vendor. */
    public record ExclusivityExtensionView(
            @Schema(description = "The requested end") Instant until,

            @Schema(nullable = true) String reason) {}

    @Override
    public String address() {
        return "/api/v1/deal-registrations/" + id;
    }
}
