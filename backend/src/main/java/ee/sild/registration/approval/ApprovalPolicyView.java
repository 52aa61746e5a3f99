package ee.sild.registration.approval;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.http.Versioned;

/** Who decides on registrations: the first matching rule. */
public record ApprovalPolicyView(
        List<ApprovalRuleView> rules,

        @Schema(
                description = "The percentage by which the value of an approved registration can change without a "
                        + "new approval")
        int materialChangePercent,

        long version)
        implements Versioned {}
