package ee.sild.registration.approval;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules for who decides on registrations. */
public record EditApprovalPolicyRequest(
        @NotNull
        @Size(max = 100)
        @Schema(
                description = "The rules, in order; the first matching rule applies. Without one, a channel "
                        + "manager or an administrator decides")
        List<@NotNull @Valid ApprovalRuleRequest> rules) {}
