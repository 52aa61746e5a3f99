package ee.sild.settings;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.http.Versioned;
import ee.sild.platform.security.Role;

/** The vendor's policies. */
public record PoliciesView(
        @Schema(description = "The fields that are masked until a partner accepts")
        List<MaskedField> maskedFields,

        @Schema(
                nullable = true,
                description =
                        "The percentage of the answer time after which partners are reminded; null for " + "never")
        Integer reminderPercent,

        @Schema(
                description = "The number of hours without partner activity after which an accepted "
                        + "opportunity is alerted as new")
        int newAfterHours,

        @Schema(
                description = "The number of days without partner activity after which an opportunity is "
                        + "alerted as stalled")
        int stalledAfterDays,

        @Schema(
                nullable = true,
                description = "The number of days without partner activity after which an opportunity is taken "
                        + "back; null for never")
        Integer takeBackAfterDays,

        @Schema(description = "The time zone in which the vendor's days and years begin", examples = "Europe/Tallinn")
        String timeZone,

        @Schema(description = "The roles whose users must have a second factor")
        List<Role> secondFactorRoles,

        long version)
        implements Versioned {}
