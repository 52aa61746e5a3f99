package ee.sild.dashboard;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** A partner's offers that wait for an answer. */
public record PartnerOfferFigures(
        long pending,
        Money value,

        @Schema(nullable = true, description = "The earliest time by which an offer must be answered")
        Instant nextAnswerBy) {}
