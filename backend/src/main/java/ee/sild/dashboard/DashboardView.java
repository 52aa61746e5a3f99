package ee.sild.dashboard;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers of the start page: the staff or the partner part is set. */
public record DashboardView(
        @Schema(nullable = true, description = "For the vendor's people")
        StaffDashboard staff,

        @Schema(nullable = true, description = "For a partner's people")
        PartnerDashboard partner,

        @Schema(description = "Open opportunities by status")
        List<StatusCount> byStatus,

        @Schema(description = "Opportunities at work by phase")
        List<PhaseCount> byPhase,

        @Schema(description = "The last twelve months, the oldest first")
        List<MonthValue> byMonth,

        @Schema(description = "How many opportunities are left out of the sums, for want of an exchange rate")
        long unconverted) {}
