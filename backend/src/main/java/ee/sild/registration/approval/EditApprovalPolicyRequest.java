package ee.sild.registration.approval;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules for who decides on registrations, and when they decide again. */
public record EditApprovalPolicyRequest(
        @NotNull
        @Size(max = 100)
        @Schema(
                description = "The rules, in order; the first matching rule applies. Without one, a channel "
                        + "manager or an administrator decides")
        List<@NotNull @Valid ApprovalRuleRequest> rules,

        @Min(1)
        @Max(1000)
        @Schema(
                description = "The percentage by which the value of an approved registration can change without a "
                        + "new approval. A change to another rule or to other product lines always needs one",
                examples = "20")
        int materialChangePercent) {}
