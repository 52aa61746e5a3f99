package ee.sild.registration.approval;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** A rule for who decides on registrations. */
public record ApprovalRuleView(
        String name,
        List<Ref> tiers,
        List<Ref> territories,
        List<Ref> productLines,
        @Schema(nullable = true) BigDecimal valueFrom,
        @Schema(nullable = true) BigDecimal valueTo,
        List<ApprovalStepView> steps,
        @Schema(nullable = true) Integer exclusivityDays) {}
