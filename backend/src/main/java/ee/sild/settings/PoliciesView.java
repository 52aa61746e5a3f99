package ee.sild.settings;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.http.Versioned;

/** The vendor's policies. */
public record PoliciesView(
        @Schema(description = "What is kept from a partner until it has accepted")
        List<MaskedField> maskedFields,

        @Schema(nullable = true, description = "A partner is reminded once so many percent of its answer time are over")
        Integer reminderPercent,

        @Schema(
                description =
                        "Hours without a deed of the partner after which an accepted opportunity is alerted as new")
        int newAfterHours,

        @Schema(description = "Days without a deed of the partner after which an opportunity is alerted as stalled")
        int stalledAfterDays,

        @Schema(
                nullable = true,
                description = "Days without a deed of the partner after which an opportunity is taken back")
        Integer takeBackAfterDays,

        long version)
        implements Versioned {}
