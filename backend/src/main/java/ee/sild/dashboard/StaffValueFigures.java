package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** The value of open opportunities, in the base currency. */
public record StaffValueFigures(
        @Schema(description = "The value of open opportunities")
        Money open,

        @Schema(description = "The value of open opportunities, weighted by probability")
        Money forecast) {}
