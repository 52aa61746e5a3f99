package ee.sild.dashboard;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers of the start page: the staff or the partner part is set. */
public record DashboardView(
        @Schema(nullable = true, description = "The dashboard of staff; null for partner users")
        StaffDashboard staff,

        @Schema(nullable = true, description = "The dashboard of a partner; null for staff")
        PartnerDashboard partner,

        @Schema(description = "The number of open opportunities by status")
        List<StatusCount> byStatus,

        @Schema(description = "The number of opportunities in progress by phase")
        List<PhaseCount> byPhase,

        @Schema(description = "The value won in each of the last twelve months, oldest first")
        List<MonthValue> byMonth,

        @Schema(
                description = "The number of opportunities that the sums do not include because there is no "
                        + "exchange rate")
        long unconverted) {}
