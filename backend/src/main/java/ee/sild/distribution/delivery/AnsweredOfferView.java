package ee.sild.distribution.delivery;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.offer.OfferView;
import ee.sild.platform.Identified;
import ee.sild.platform.problem.Problem;

/** The result for one of several offers that were answered together. */
public record AnsweredOfferView(
        UUID id,

        @Schema(nullable = true, description = "The offer after the answer; null if the answer failed")
        OfferView distribution,

        @Schema(nullable = true, description = "Why the answer failed")
        Problem problem)
        implements Identified {}
